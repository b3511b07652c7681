import type { CircleDiagramStrings } from './en.js';

/** Vietnamese strings of the circle diagram. */
export const vi: CircleDiagramStrings = {
  circle: {
    title: 'Đường con đi, đường con về',
    summary: 'Trẻ đi khám phá rồi trở về nghỉ ngơi. Hãy chọn một bước để xem lúc đó con có thể cần gì.',
    base: {
      label: 'Ở nhà, bên quý vị',
      text: 'Từ bên quý vị, con bước ra, rồi lại trở về. Không cần hoàn hảo, đủ tốt là được. Khi có chuyện không ổn, quý vị vẫn có thể hàn gắn lại.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Đi ra khám phá',
        stops: [
          {
            id: 'go',
            label: 'Một cái gật đầu cho con đi',
            text: 'Trước khi chạy đi, con nhìn vào mặt quý vị. Ánh mắt ấy hỏi: “Con đi được không?”',
            try: 'Nhìn vào mắt con, mỉm cười và nói: “Con cứ đi đi, vẫn ở đây chờ con mà.”',
          },
          {
            id: 'sight',
            label: 'Ngoảnh lại vẫn thấy quý vị',
            text: 'Leo lên cầu trượt được nửa chừng, con ngoảnh lại tìm quý vị.',
            try: 'Cứ ở chỗ con nhìn thấy được. Một cái vẫy tay là đủ.',
          },
          {
            id: 'hand',
            label: 'Giúp một chút, vừa đủ thôi',
            text: 'Tòa tháp lại đổ. Con không muốn quý vị xếp thay con.',
            try: 'Chờ một lát. Rồi chỉ giúp đúng chỗ khó thôi.',
          },
          {
            id: 'joy',
            label: 'Có người để chia sẻ',
            text: 'Một con bọ, một bài hát, một cú nhảy: con muốn quý vị cũng thấy.',
            try: 'Dừng lại và cùng xem với con.',
          },
        ],
      },
      {
        id: 'back',
        label: 'Trở về nghỉ ngơi',
        stops: [
          {
            id: 'welcome',
            label: 'Một gương mặt chào đón',
            text: 'Con đi về phía quý vị, dù nhanh hay chậm, dù vui hay buồn.',
            try: 'Quay lại, dang tay ra và nói: “A, con đây rồi!”',
          },
          {
            id: 'shelter',
            label: 'Một chỗ nấp an toàn',
            text: 'Tiếng chó sủa to, một gương mặt lạ: con nấp sau chân quý vị.',
            try: 'Ngồi thấp xuống và ở sát bên con. Nói cho con biết tiếp theo sẽ thế nào.',
          },
          {
            id: 'feelings',
            label: 'Giúp con khi cảm xúc dâng trào',
            text: 'Con khóc, con đạp, hay bỗng dưng im lặng. Chỉ một mình thì quá sức.',
            try: 'Thở chậm. Nói thành lời: “Lúc nãy sợ quá, con nhỉ.”',
          },
          {
            id: 'rest',
            label: 'Lúc nạp lại năng lượng',
            text: 'Con tựa vào quý vị một lúc, chẳng làm gì cả.',
            try: 'Cứ để con tựa thêm. Con biết khi nào đến lúc đi tiếp.',
          },
        ],
      },
    ],
  },
  previous: 'Trước',
  following: 'Tiếp',
  backToStart: 'Về nơi bắt đầu',
  start: 'Nơi bắt đầu',
  begin: 'Chọn một số để bắt đầu.',
  step: (step, of) => `Bước ${step} trên ${of}`,
  walk: 'Phát lần lượt các bước',
  pause: 'Tạm dừng',
  all: 'Hiện toàn bộ nội dung',
  tryThis: 'Quý vị có thể thử:',
  next: (label) => `Tiếp theo: ${label}`,
  thenHome: (label) => `Rồi trở về nơi bắt đầu: ${label}`,
  take: 'In hoặc tải xuống',
  print: 'In các bước',
  picture: 'Tải xuống ảnh (PNG)',
  drawing: 'Tải xuống hình vẽ (SVG)',
  downloaded: 'Hãy tìm ảnh trong mục tải xuống.',
  pictureInstead: 'Nếu không thấy ở đó, hãy nhấn giữ hoặc nhấp chuột phải vào ảnh này để lưu.',
  notDrawn: 'Trình duyệt không tạo được ảnh này. Hãy thử loại khác.',
  notPrinted: 'Nếu cửa sổ in không mở ra, hãy tải ảnh xuống.',
  notes: 'Ghi chú',
  notAffiliated: 'Trang này không liên kết với chủ sở hữu của chương trình và không được họ chứng thực.',
};

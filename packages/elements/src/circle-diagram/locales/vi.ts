import type { CircleDiagramStrings } from './en.js';

/** Vietnamese strings of the circle diagram. */
export const vi: CircleDiagramStrings = {
  circle: {
    title: 'Đường con đi, đường con về',
    summary: 'Trẻ đi khám phá rồi trở về nghỉ ngơi. Hãy chọn một bước để xem con có thể cần gì ở đó.',
    base: {
      label: 'Ở nhà, bên quý vị',
      text: 'Từ bên quý vị, con bước ra, rồi lại trở về. Không cần hoàn hảo, vừa đủ tốt là được. Khi có chuyện không ổn, vẫn có thể hàn gắn lại.',
    },
    arcs: [
      {
        id: 'out',
        label: 'Đi ra khám phá',
        stops: [
          {
            id: 'go',
            label: 'Một cái gật đầu cho con đi',
            text: 'Trước khi chạy đi, con nhìn mặt quý vị. Ánh mắt ấy hỏi: “Con đi được không?”',
            try: 'Nhìn lại con, mỉm cười và nói: “Con cứ đi đi, ở đây chờ con mà.”',
          },
          {
            id: 'sight',
            label: 'Ngoảnh lại vẫn thấy quý vị',
            text: 'Leo cầu trượt được nửa chừng, con quay lại tìm quý vị.',
            try: 'Cứ ở chỗ con nhìn thấy được. Một cái vẫy tay là đủ.',
          },
          {
            id: 'hand',
            label: 'Giúp một chút, vừa đủ thôi',
            text: 'Tòa tháp lại đổ. Con không muốn quý vị xếp thay con.',
            try: 'Chờ một lát. Rồi chỉ giúp đúng một chỗ khó.',
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
            text: 'Con đi về phía quý vị, nhanh hay chậm, vui hay buồn bực.',
            try: 'Quay lại, dang tay ra và nói: “A, con đây rồi!”',
          },
          {
            id: 'shelter',
            label: 'Một chỗ nấp an toàn',
            text: 'Tiếng chó sủa to, một gương mặt lạ: con nấp sau chân quý vị.',
            try: 'Ngồi thấp xuống và ở sát bên con. Nói cho con biết điều gì sắp xảy ra.',
          },
          {
            id: 'feelings',
            label: 'Giúp con khi cảm xúc quá lớn',
            text: 'Nước mắt, những cú đạp, hay bỗng dưng im lặng. Chừng ấy quá nặng để mang một mình.',
            try: 'Thở chậm. Nói thành lời: “Lúc nãy đáng sợ thật.”',
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
  walk: 'Tự chạy các bước',
  pause: 'Tạm dừng',
  all: 'Hiện toàn bộ chữ',
  tryThis: 'Quý vị có thể thử:',
  next: (label) => `Tiếp theo: ${label}`,
  thenHome: (label) => `Rồi trở về nơi bắt đầu: ${label}`,
  take: 'In hoặc tải xuống',
  print: 'In các bước',
  picture: 'Tải xuống ảnh (PNG)',
  drawing: 'Tải xuống bản vẽ (SVG)',
  downloaded: 'Hãy tìm ảnh trong mục tải xuống.',
  pictureInstead: 'Nếu không thấy ở đó, hãy nhấn giữ hoặc nhấp chuột phải vào ảnh này để lưu.',
  notDrawn: 'Trình duyệt không tạo được ảnh này. Hãy thử loại khác.',
  notPrinted: 'Nếu không có cửa sổ in nào mở ra, hãy tải ảnh xuống.',
  notes: 'Ghi chú',
  notAffiliated: 'Trang này không trực thuộc chủ sở hữu của chương trình và không được họ bảo chứng.',
};

import type { CircleDiagramStrings } from './en.js';

/** Chinese strings of the circle diagram. */
export const zh: CircleDiagramStrings = {
  circle: {
    title: '出发的路，回家的路',
    summary: '孩子会走出去探索，也会回来歇一歇。选择其中一步，看看孩子这时可能需要什么。',
    base: {
      label: '家，在您身边',
      text: '孩子从您身边出发，又回到您身边。不必完美，够好就好；有时出了岔子，也能再修补好。',
    },
    arcs: [
      {
        id: 'out',
        label: '出去探索',
        stops: [
          {
            id: 'go',
            label: '点个头，就出发',
            text: '孩子跑开之前，先看看您的脸。那眼神在问：“可以吗？”',
            try: '看着孩子，笑一笑，说：“去吧，我就在这里。”',
          },
          {
            id: 'sight',
            label: '回头能看见您',
            text: '滑梯爬到一半，孩子回过头来找您。',
            try: '待在孩子看得见的地方。挥挥手就够了。',
          },
          {
            id: 'hand',
            label: '帮一点，不多帮',
            text: '积木塔又倒了。孩子并不想让您代劳。',
            try: '先等一等，然后只帮最难的那一处。',
          },
          {
            id: 'joy',
            label: '有人一起分享',
            text: '一只小虫、一首歌、蹦一下：孩子想让您也来看看。',
            try: '停下来，和孩子一起看。',
          },
        ],
      },
      {
        id: 'back',
        label: '回来休息',
        stops: [
          {
            id: 'welcome',
            label: '笑脸相迎',
            text: '孩子朝您走来，或快或慢，高兴也好，难过也好。',
            try: '转过身，张开双臂，说：“你回来啦！”',
          },
          {
            id: 'shelter',
            label: '可以安心躲一躲',
            text: '狗叫得很大声，来了个陌生人：孩子躲到了您的腿后面。',
            try: '蹲下来，守在旁边。告诉孩子接下来会怎样。',
          },
          {
            id: 'feelings',
            label: '情绪涌上来，有人帮',
            text: '流泪、踢打，或者忽然不出声。这太沉了，一个人扛不动。',
            try: '慢慢呼吸。把感受说出来：“刚才真吓人。”',
          },
          {
            id: 'rest',
            label: '歇一歇，充充电',
            text: '孩子靠在您身上，好一会儿什么也不做。',
            try: '让孩子多靠一会儿。什么时候该走，孩子自己知道。',
          },
        ],
      },
    ],
  },
  previous: '上一步',
  following: '下一步',
  backToStart: '回到起点',
  start: '起点',
  begin: '选择一个数字开始。',
  step: (step, of) => `第${step}步，共${of}步`,
  walk: '播放所有步骤',
  pause: '暂停',
  all: '显示全部文字',
  tryThis: '您可以试试：',
  next: (label) => `下一步：${label}`,
  thenHome: (label) => `然后回到起点：${label}`,
  take: '打印或下载',
  print: '打印所有步骤',
  picture: '下载图片（PNG）',
  drawing: '下载图形（SVG）',
  downloaded: '请在下载内容中查找这张图片。',
  pictureInstead: '如果没有找到，请长按或右键点击这张图片来保存。',
  notDrawn: '您的浏览器无法生成这张图片。请试试另一种。',
  notPrinted: '如果没有出现打印窗口，请改为下载图片。',
  notes: '笔记',
  notAffiliated: '本页面与该课程的所有者没有隶属关系，也未获其认可。',
};

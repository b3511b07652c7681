import type { CrisisStrings } from './crisis.en.js';

/** Vietnamese strings of crisis help. */
export const crisisVi: CrisisStrings = {
  crisis: 'Nếu quý vị cần giúp đỡ ngay bây giờ',
  crisisTexts: {
    danger: 'Nếu có người đang gặp nguy hiểm ngay lúc này.',
    lifeline: 'Miễn phí, 24 giờ mỗi ngày. Dành cho quý vị hoặc người mà quý vị đang lo lắng.',
    maternal:
      'Miễn phí, 24 giờ mỗi ngày. Hỗ trợ khi mang thai và sau khi sinh. Đây không phải là đường dây hỗ trợ khủng hoảng.',
  },
  callNumber: (number) => `Gọi ${number}`,
  textNumber: (number) => `Nhắn tin đến ${number}`,
  callOrText: (number) => `Gọi hoặc nhắn tin đến ${number}`,
  checked: (year, month, day) => `Các số này được kiểm tra ngày ${day} tháng ${month} năm ${year}.`,
};

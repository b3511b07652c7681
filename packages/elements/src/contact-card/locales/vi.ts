import { crisisVi } from '../../foundation/crisis/locales/crisis.vi.js';
import type { ContactCardStrings } from './en.js';

/** Vietnamese strings of the contact card. */
export const vi: ContactCardStrings = {
  telephone: 'Điện thoại',
  sms: 'Tin nhắn',
  email: 'Email',
  website: 'Trang web',
  address: 'Địa chỉ',
  map: 'Xem bản đồ (mở trong tab mới)',
  copy: 'Sao chép',
  copyNumber: 'Sao chép số điện thoại',
  copied: 'Đã sao chép.',
  notCopied: 'Trình duyệt không sao chép được. Phần chữ đã được chọn sẵn, quý vị có thể tự sao chép.',
  languages: 'Ngôn ngữ',
  accepting: {
    yes: 'Đang nhận gia đình mới',
    'waiting-list': 'Danh sách chờ cho gia đình mới',
    no: 'Hiện không nhận gia đình mới',
  },
  contactTypes: { intake: 'Gia đình mới', billing: 'Thanh toán', scheduling: 'Lịch hẹn' },
  hours: 'Giờ làm việc',
  open: 'Đang mở cửa',
  closed: 'Hiện đóng cửa',
  until: (time) => `đến ${time}`,
  allDay: 'Cả ngày',
  opensToday: (time) => `mở cửa lúc ${time} hôm nay`,
  opensTomorrow: (time) => `mở cửa lúc ${time} ngày mai`,
  // A date needs the word for “day”, a weekday does not.
  opensOn: (day, time) => `mở cửa lúc ${time} ${/^\d/.test(day) ? 'ngày ' : ''}${day}`,
  closedDay: 'Đóng cửa',
  daysAnd: (first, second) => `${first} và ${second}`,
  daysTo: (from, to) => `${from} đến ${to}`,
  specialDays: 'Giờ làm việc đặc biệt',
  zone: (zone) => `Giờ được ghi theo ${zone.replace(/^Giờ/, 'giờ')}.`,
  save: 'Lưu liên hệ',
  downloaded: 'Hãy tìm tệp liên hệ trong mục tải xuống. Nếu không thấy, hãy dùng “Sao chép tất cả thông tin”.',
  copyDetails: 'Sao chép tất cả thông tin',
  help: crisisVi,
};

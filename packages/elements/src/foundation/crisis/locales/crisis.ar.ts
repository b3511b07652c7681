import type { CrisisStrings } from './crisis.en.js';

const months = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');

const digits = (count: number): string => new Intl.NumberFormat('ar', { useGrouping: false }).format(count);

/** Arabic strings of crisis help. Numbers are isolated, so that their groups of digits stay in order. */
export const crisisAr: CrisisStrings = {
  crisis: 'عند الحاجة إلى مساعدة فورية',
  crisisTexts: {
    danger: 'إذا كان شخص ما في خطر الآن.',
    lifeline: 'مجانًا، على مدار الساعة. لك، أو لشخص يقلقك حاله.',
    maternal: 'مجانًا، على مدار الساعة. دعم أثناء الحمل وبعد الولادة. ليس خطًا لحالات الأزمات.',
  },
  callNumber: (number) => `الاتصال بالرقم \u2066${number}\u2069`,
  textNumber: (number) => `إرسال رسالة نصية إلى \u2066${number}\u2069`,
  callOrText: (number) => `الاتصال بالرقم \u2066${number}\u2069 أو إرسال رسالة نصية إليه`,
  checked: (year, month, day) => `جرى التحقق من الأرقام في ${digits(day)} ${months[month - 1]} ${digits(year)}.`,
};

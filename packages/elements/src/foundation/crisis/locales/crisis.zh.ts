import type { CrisisStrings } from './crisis.en.js';

/** Chinese strings of crisis help. */
export const crisisZh: CrisisStrings = {
  crisis: '如果您现在就需要帮助',
  crisisTexts: {
    danger: '如果现在有人遇到危险。',
    lifeline: '免费，全天24小时。您自己需要帮助，或为别人担心，都可以联系。',
    maternal: '免费，全天24小时。提供孕期和产后支持。这不是危机热线。',
  },
  callNumber: (number) => `拨打 ${number}`,
  textNumber: (number) => `发短信至 ${number}`,
  callOrText: (number) => `打电话或发短信至 ${number}`,
  checked: (year, month, day) => `号码核对日期：${year}年${month}月${day}日。`,
};

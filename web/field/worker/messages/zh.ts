/** What a phone says of a message; all that the worker knows of words. */
export const push = {
  'work-order-issued': '有一件新任务',
  'work-order-sent-back': '有一件要重办',
  'work-order-cancelled': '有一件撤销了，不用去',
  question: '有居民问你',
  notice: '有一条通知',
  other: '有新消息',
} as const;

export const shell = {
  'page.sea': '海情',
} as const;

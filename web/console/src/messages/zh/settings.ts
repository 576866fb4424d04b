export const settings = {
  'settings.none': '你的岗位没有可设置的项目。',
  'settings.sections': '设置项目',
} as const;

/** ODK Web Forms brings no types. */
declare module '@getodk/web-forms' {
  export const OdkWebForm: object;
  export const webFormsPlugin: import('vue').Plugin;
}

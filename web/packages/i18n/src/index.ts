export { countdown, type Format, format, type Instant, isoDay, split } from './format.ts';
export { common, coordinate, problems, reasons } from './messages/index.ts';
export { createI18n, type I18n } from './react.tsx';
export {
  type Catalogue,
  fill,
  type Language,
  languages,
  type Message,
  type Translate,
  type Translation,
  translator,
} from './translate.ts';

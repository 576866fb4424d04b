export { type Ellipse, ellipseOutline, offset, offsetTo } from './ellipse.ts';
export { type Palette, readPalette } from './palette.ts';
export { inView, lostInView, pick } from './pick.ts';
export {
  add,
  type Corner,
  fault,
  fewestCorners,
  middle,
  mostCorners,
  move,
  type Outline,
  outlineOf,
  polygonOf,
  remove,
} from './polygon.ts';
export { type ScaleBar, SeaMap, type SeaMapOptions } from './SeaMap.ts';
export { lettersFromZoom, namesFromZoom } from './style.ts';
export { ZoneEditor, type ZoneEditorOptions } from './ZoneEditor.ts';

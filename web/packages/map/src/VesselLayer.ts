import { mercatorX, mercatorY, type Picture, placeOf, vertexBytes, world } from '@fourfold/live';
import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl';
import { type Palette, rgb } from './palette.ts';
import { markedFragment, pointFragment, pointVertex, vectorFragment, vectorVertex } from './shaders.ts';
import { symbolTexture } from './symbols.ts';

/** The heading vector is where a vessel will be in six minutes at its present speed. */
const vectorSeconds = 360;
const vectorsFromZoom = 7.5;
/** Between reports a vessel is moved on only when a pixel is a few metres. */
const easeFromZoom = 12;
const easeSeconds = 6;
const easeFrameMilliseconds = 100;
/**
 * From so many vessels on screen they are drawn smaller and with less sea around each, for they would hide one another;
 * every pixel of each is paid for, too. Sizes in CSS pixels and shares of the design's.
 */
const crowd = 5000;
const free = { surround: 2.2, size: 1 };
const crowded = { surround: 0.6, size: 0.8 };
const crowdedVectorsFromZoom = 9;

export interface VesselLayerState {
  palette: Palette;
  selected: number | null;
  /** Ring in focus, 0 near sea, 1 shoreline, 2 on the island; null for all. */
  ring: 0 | 1 | 2 | null;
  vectors: boolean;
  /** False when the person asked for less motion. */
  ease: boolean;
}

interface Program {
  program: WebGLProgram;
  uniform(name: string): WebGLUniformLocation | null;
}

/** All vessels in one buffer and three draw calls; see `docs/design` for what else was measured. */
export class VesselLayer implements CustomLayerInterface {
  readonly id = 'vessels';
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;
  private map: MapLibre | null = null;
  private points: Program | null = null;
  private marked: Program | null = null;
  private vectors: Program | null = null;
  private buffer: WebGLBuffer | null = null;
  private symbols: WebGLTexture | null = null;
  private pointArray: WebGLVertexArrayObject | null = null;
  private vectorArray: WebGLVertexArrayObject | null = null;
  private picture: Picture | null = null;
  private uploaded = true;
  private easing: ReturnType<typeof setTimeout> | undefined;

  constructor(private state: VesselLayerState) {}

  set(change: Partial<VesselLayerState>): void {
    this.state = { ...this.state, ...change };
    this.map?.triggerRepaint();
  }

  /** The buffer must stay untouched until the next picture. */
  show(picture: Picture): void {
    this.picture = picture;
    this.uploaded = false;
    this.map?.triggerRepaint();
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.map = map;
    this.points = compile(gl, pointVertex, pointFragment);
    this.marked = compile(gl, pointVertex, markedFragment);
    this.vectors = compile(gl, vectorVertex, vectorFragment);
    this.buffer = gl.createBuffer();
    this.symbols = uploadSymbols(gl);
    this.pointArray = layout(gl, this.buffer, 2 * vertexBytes);
    this.vectorArray = layout(gl, this.buffer, vertexBytes);
    this.uploaded = this.picture === null;
  }

  onRemove(_map: MapLibre, gl: WebGL2RenderingContext): void {
    clearTimeout(this.easing);
    gl.deleteBuffer(this.buffer);
    gl.deleteTexture(this.symbols);
    gl.deleteVertexArray(this.pointArray);
    gl.deleteVertexArray(this.vectorArray);
    for (const kept of [this.points, this.marked, this.vectors]) if (kept) gl.deleteProgram(kept.program);
    this.map = null;
  }

  render(gl: WebGL2RenderingContext): void {
    const { map, picture, points, marked, vectors } = this;
    if (!map || !picture || !points || !marked || !vectors || picture.count === 0) return;
    this.upload(gl, picture);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const fromZoom = picture.count > crowd ? crowdedVectorsFromZoom : vectorsFromZoom;
    if (this.state.vectors && map.getZoom() >= fromZoom) {
      gl.useProgram(vectors.program);
      this.setCommon(gl, map, vectors, picture);
      gl.uniform1f(vectors.uniform('u_vectorSeconds'), vectorSeconds);
      gl.bindVertexArray(this.vectorArray);
      gl.drawArrays(gl.LINES, 0, picture.count * 2);
    }
    this.drawPoints(gl, map, points, picture, false);
    this.drawPoints(gl, map, marked, picture, true);
    gl.bindVertexArray(null);
    this.keepEasing(map);
  }

  private drawPoints(
    gl: WebGL2RenderingContext,
    map: MapLibre,
    points: Program,
    picture: Picture,
    marked: boolean,
  ): void {
    const { selected, palette } = this.state;
    gl.useProgram(points.program);
    this.setCommon(gl, map, points, picture);
    const chosen = selected === null ? -1 : placeOf(picture, selected);
    gl.uniform1i(points.uniform('u_selected'), chosen);
    gl.uniform1i(points.uniform('u_marked'), marked ? 1 : 0);
    const { surround, size } = !marked && picture.count > crowd ? crowded : free;
    gl.uniform1f(points.uniform('u_surround'), surround);
    gl.uniform1f(points.uniform('u_size'), size);
    gl.uniform3fv(points.uniform('u_own'), rgb(palette.accent));
    gl.uniform3fv(points.uniform('u_halo'), rgb(palette.sea));
    gl.uniform3fv(points.uniform('u_bracket'), rgb(palette.t1));
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.symbols);
    gl.uniform1i(points.uniform('u_symbols'), 0);
    gl.bindVertexArray(this.pointArray);
    const from = marked ? picture.calm : 0;
    if (marked && chosen >= 0 && chosen < from) gl.drawArrays(gl.POINTS, chosen, 1);
    const to = marked ? picture.count : picture.calm;
    if (to > from) gl.drawArrays(gl.POINTS, from, to - from);
  }

  private upload(gl: WebGL2RenderingContext, picture: Picture): void {
    if (this.uploaded) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferData(
      gl.ARRAY_BUFFER,
      new Uint8Array(picture.vertices, 0, picture.count * 2 * vertexBytes),
      gl.STREAM_DRAW,
    );
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.uploaded = true;
  }

  private setCommon(gl: WebGL2RenderingContext, map: MapLibre, { uniform }: Program, picture: Picture): void {
    const { palette, ring, ease } = this.state;
    const canvas = map.getCanvas();
    const ratio = canvas.width / Math.max(1, canvas.clientWidth);
    const centre = map.getCenter().wrap();
    const zoom = map.getZoom();
    gl.uniform2ui(uniform('u_centre'), mercatorX(centre.lng), mercatorY(centre.lat));
    gl.uniform1f(uniform('u_pixelsPerStep'), (512 * 2 ** zoom * ratio) / world);
    gl.uniform2f(uniform('u_viewport'), canvas.width, canvas.height);
    gl.uniform1f(uniform('u_ratio'), ratio);
    gl.uniform1f(uniform('u_zoom'), zoom);
    gl.uniform1f(uniform('u_elapsed'), (performance.timeOrigin + performance.now() - picture.builtAt) / 1000);
    gl.uniform1f(uniform('u_ease'), ease && zoom >= easeFromZoom ? easeSeconds : 0);
    gl.uniform1ui(uniform('u_ring'), ring ?? 9);
    gl.uniform3fv(uniform('u_vessel'), rgb(palette.vessel));
    gl.uniform3fv(uniform('u_levels'), palette.levels.flatMap(rgb));
  }

  private keepEasing(map: MapLibre): void {
    clearTimeout(this.easing);
    if (!this.state.ease || map.getZoom() < easeFromZoom) return;
    this.easing = setTimeout(() => this.map?.triggerRepaint(), easeFrameMilliseconds);
  }
}

function layout(gl: WebGL2RenderingContext, buffer: WebGLBuffer | null, stride: number): WebGLVertexArrayObject | null {
  const array = gl.createVertexArray();
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  for (let place = 0; place < 4; place++) gl.enableVertexAttribArray(place);
  gl.vertexAttribIPointer(0, 2, gl.UNSIGNED_INT, stride, 0);
  gl.vertexAttribIPointer(1, 3, gl.UNSIGNED_SHORT, stride, 8);
  gl.vertexAttribIPointer(2, 4, gl.UNSIGNED_BYTE, stride, 14);
  gl.vertexAttribIPointer(3, 1, gl.UNSIGNED_SHORT, stride, 18);
  gl.bindVertexArray(null);
  gl.bindBuffer(gl.ARRAY_BUFFER, null);
  return array;
}

function uploadSymbols(gl: WebGL2RenderingContext): WebGLTexture | null {
  const { width, height, bytes } = symbolTexture();
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  // What the map set for its own pictures would spoil these bytes.
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG8, width, height, 0, gl.RG, gl.UNSIGNED_BYTE, bytes);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

function compile(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('no shader: the WebGL context is lost');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'shader');
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'link');
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform(name) {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
      return places.get(name) ?? null;
    },
  };
}

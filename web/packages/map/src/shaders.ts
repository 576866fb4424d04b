import { circleStroke, reach, span, symbols } from './symbols.ts';

/** A second outline around a symbol, so far from its edge and half as wide, CSS pixels: two sources, two opinions. */
const doubled = { away: 3.2, half: 0.55 };

const symbolCount = Object.keys(symbols).length;

/**
 * The vessels' shaders. Positions are 32-bit mercator integers relative to the map's centre, so they stay exact at any
 * zoom; the map is never turned or tilted, so a scale is all the projection there is.
 */
const common = `#version 300 es
precision highp float;
precision highp int;
layout(location = 0) in uvec2 a_position;
layout(location = 1) in uvec3 a_motion;   // heading × 100, speed × 100, age in 10 ms
layout(location = 2) in uvec4 a_flags;    // source bits, alert bits, class, hull / 2
layout(location = 3) in uint a_end;       // 1: the tip of the heading vector
uniform uvec2 u_centre;
uniform float u_pixelsPerStep;            // device pixels a mercator step
uniform vec2 u_viewport;                  // device pixels
uniform float u_ratio;                    // device pixels a CSS pixel
uniform float u_zoom;
uniform float u_elapsed;                  // seconds since the picture was built
uniform float u_ease;                     // seconds a position may run ahead of its report; 0: not at all
uniform uint u_ring;                      // 0–2 the ring in focus, 9: all

const float PI = 3.14159265359;
const float EARTH = 40075016.686;         // metres around the equator, as mercator has it
const float NO_HEADING = 36000.0;
const float NO_SPEED = 65535.0;

float stepsPerMetre() {
  float y = float(a_position.y) / 4294967296.0;
  float wide = cosh(PI * (1.0 - 2.0 * y)); // 1 / cos(latitude)
  return wide / EARTH * 4294967296.0;
}

vec2 direction() {
  float angle = float(a_motion.x) / 100.0 * PI / 180.0;
  return vec2(sin(angle), -cos(angle));
}

bool moves() {
  return float(a_motion.x) < NO_HEADING && float(a_motion.y) < NO_SPEED && a_motion.y >= 50u
    && (a_flags.x & 24u) == 0u;
}

// Device pixels from the middle of the map, running ahead by at most u_ease seconds beyond the report.
vec2 place() {
  vec2 pixels = vec2(ivec2(a_position - u_centre)) * u_pixelsPerStep;
  if (u_ease > 0.0 && moves()) {
    float ahead = min(float(a_motion.z) / 100.0 + u_elapsed, u_ease);
    float metres = float(a_motion.y) / 100.0 * 0.514444 * ahead;
    pixels += direction() * metres * stepsPerMetre() * u_pixelsPerStep;
  }
  return pixels;
}

vec4 clip(vec2 pixels) {
  return vec4(pixels.x * 2.0 / u_viewport.x, -pixels.y * 2.0 / u_viewport.y, 0.0, 1.0);
}

bool outside(vec2 pixels, float margin) {
  return any(greaterThan(abs(pixels), u_viewport * 0.5 + margin * u_ratio));
}

float presence() {
  float ring = u_ring == 9u || (a_flags.x >> 6u) == u_ring ? 1.0 : 0.22;
  float age = float(a_motion.z) / 100.0 + u_elapsed;
  float fade = (a_flags.x & 16u) != 0u ? mix(0.9, 0.25, clamp((age - 60.0) / 300.0, 0.0, 1.0)) : 1.0;
  return ring * fade;
}
`;

/** Once for the many (`u_marked` 0), once over them for those with an alert and the chosen one (1). */
export const pointVertex = `${common}
uniform int u_selected;
uniform int u_marked;
uniform float u_surround;
uniform float u_size;       // of the symbols, 1 for the design's
uniform vec3 u_vessel;
uniform vec3 u_own;
uniform vec3 u_levels[4];
flat out vec4 v_turn;       // cosine and sine of what the symbol is turned by; sprite in CSS pixels and in the symbol's own
flat out vec4 v_form;       // scale, place in the texture, 1 when hollow, half its stroke in CSS pixels
flat out vec4 v_ink;        // with the presence
flat out vec4 v_marks;      // 1 for a broken line, width of the level's circle in CSS pixels, 1 when chosen, 1 when doubled

void main() {
  vec2 pixels = place();
  uint level = a_flags.y & 7u;
  bool selected = gl_VertexID == u_selected;
  bool marked = selected || level > 0u;
  if (marked != (u_marked == 1) || outside(pixels, 24.0)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  uint source = a_flags.x & 7u;
  bool moored = (a_flags.x & 8u) != 0u;
  bool own = source == 4u;
  bool lost = (a_flags.x & 16u) != 0u && !own;
  bool dark = (a_flags.y & 16u) != 0u;
  bool contradicted = (a_flags.y & 32u) != 0u;
  bool ghost = (a_flags.y & 64u) != 0u;
  bool heads = float(a_motion.x) < NO_HEADING;
  float hull = float(a_flags.w) * 2.0;
  float length = hull == 0.0 ? 1.0 : mix(0.85, 1.4, clamp((hull - 15.0) / 285.0, 0.0, 1.0));
  float scale = u_size * length * mix(0.72, 1.12, clamp((u_zoom - 6.0) / 6.0, 0.0, 1.0));

  vec3 form; // place in the texture, hollow, half the stroke
  if (own) form = vec3(${symbols.own}, 0.0, 0.0);
  else if (source == 3u) form = vec3(${symbols.brackets}, 0.0, 0.8);
  else if (moored) form = vec3(${symbols.moored}, ghost ? 1.0 : 0.0, ghost ? 0.65 : 0.0);
  else if (source == 1u || dark) form = vec3(${symbols.circleWithDot}, 0.0, ${circleStroke});
  else if (!heads) form = vec3(${symbols.circle}, 0.0, ${circleStroke});
  else if (ghost) form = vec3(${symbols.ghost}, 1.0, 0.8);
  else form = vec3(${symbols.arrowhead}, source == 2u ? 0.0 : 1.0, source == 2u ? 0.0 : 0.65);
  if (lost && source == 2u) form = vec3(form.x, 1.0, 0.65);
  bool arrow = form.x == ${symbols.arrowhead}.0 || form.x == ${symbols.ghost}.0;
  bool round = form.x == ${symbols.circle}.0 || form.x == ${symbols.circleWithDot}.0;

  // As large as the symbol with its surround, for every pixel is paid for.
  float across = form.x == ${symbols.moored}.0 ? 8.0 : round ? 10.5 : 15.0;
  float side = selected ? 48.0 : marked ? 38.0 : ceil(across * scale + 2.0 * u_surround + 1.0 + (contradicted ? ${(2 * (doubled.away + doubled.half)).toFixed(1)} : 0.0));
  vec2 turn = heads && (own || arrow) ? vec2(-direction().y, direction().x) : vec2(1.0, 0.0);
  v_turn = vec4(turn, side, side / scale);
  v_form = vec4(scale, form);
  // An alert is never faded: its age is written beside it.
  v_ink = vec4(level > 0u ? u_levels[level - 1u] : own ? u_own : u_vessel, marked ? 1.0 : presence());
  float circle = level == 0u ? 0.0 : level == 1u ? 3.0 : (a_flags.y & 8u) != 0u ? 2.2 : 1.4;
  v_marks = vec4(lost || ghost ? 1.0 : 0.0, circle, selected ? 1.0 : 0.0, contradicted ? 1.0 : 0.0);
  gl_Position = clip(pixels);
  gl_PointSize = side * u_ratio;
}`;

const pointInputs = `#version 300 es
precision highp float;
precision highp int;
uniform sampler2D u_symbols;
uniform vec3 u_halo;
uniform float u_ratio;
uniform float u_surround;   // CSS pixels of sea around a symbol
flat in vec4 v_turn;
flat in vec4 v_form;
flat in vec4 v_ink;
flat in vec4 v_marks;
out vec4 o_colour;

float cover(float d) { return clamp(0.5 - d * u_ratio, 0.0, 1.0); }

// Place in the sprite to place in the symbol's cell, 0 to 1 and beyond.
vec2 cell() {
  vec2 q = (gl_PointCoord - 0.5) * (v_turn.w * ${(0.5 / reach).toFixed(6)});
  return vec2(v_turn.x * q.x + v_turn.y * q.y, v_turn.x * q.y - v_turn.y * q.x) + 0.5;
}

// x: how much of the pixel the symbol covers; y: how much its dark surround does.
vec2 symbol(vec2 at) {
  vec2 texel = texture(u_symbols, vec2((at.x + v_form.y) * ${(1 / symbolCount).toFixed(6)}, at.y)).rg;
  float d = (texel.x - 0.5) * ${span}.0 * v_form.x;
  float drawn = cover(mix(d, abs(d), v_form.z) - v_form.w) * mix(1.0, texel.y, v_marks.x);
  if (v_marks.w > 0.0) {
    drawn = max(drawn, cover(abs(d - ${doubled.away}) - ${doubled.half}));
    d -= ${doubled.away};
  }
  return vec2(drawn, cover(d - u_surround) * 0.85);
}
`;

/** The many: no more than what every one of them has. */
export const pointFragment = `${pointInputs}
void main() {
  vec2 shape = symbol(cell());
  float surround = shape.y * (1.0 - shape.x);
  o_colour = vec4(v_ink.rgb * shape.x + u_halo * surround, shape.x + surround) * v_ink.a;
}`;

/** The few: with the circle of their level, and the brackets of the chosen one. */
export const markedFragment = `${pointInputs}
uniform vec3 u_bracket;

float brackets(vec2 p, float half_, float reach) {
  vec2 q = abs(p);
  float edge = abs(max(q.x, q.y) - half_);
  return min(q.x, q.y) > half_ - reach ? edge : 99.0;
}

void main() {
  vec2 p = (gl_PointCoord - 0.5) * v_turn.z;
  // The sprite is larger than the cell: beyond it there is nothing of the symbol.
  vec2 shape = symbol(clamp(cell(), 0.01, 0.99));
  vec3 ink = v_ink.rgb;
  float alpha = shape.x;
  if (v_marks.y > 0.0) alpha = max(alpha, cover(abs(length(p) - 12.5) - v_marks.y * 0.5));
  if (v_marks.z > 0.0) {
    float frame = cover(brackets(p, 19.0, 7.0) - 1.0);
    ink = mix(ink, u_bracket, frame);
    alpha = max(alpha, frame);
  }
  float surround = shape.y * (1.0 - alpha);
  o_colour = vec4(ink * alpha + u_halo * surround, alpha + surround) * v_ink.a;
}`;

export const vectorVertex = `${common}
uniform vec3 u_vessel;
uniform vec3 u_levels[4];
uniform float u_vectorSeconds;
flat out vec4 v_colour;

const float HIDDEN = 9.0;   // CSS pixels: what is shorter lies under its symbol

void main() {
  vec2 pixels = place();
  uint level = a_flags.y & 7u;
  float metres = float(a_motion.y) / 100.0 * 0.514444 * u_vectorSeconds;
  float reach = metres * stepsPerMetre() * u_pixelsPerStep;
  if (!moves() || reach < HIDDEN * u_ratio || outside(pixels, 400.0)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    v_colour = vec4(0.0);
    return;
  }
  if (a_end == 1u) pixels += direction() * reach;
  vec3 colour = level > 0u ? u_levels[level - 1u] : u_vessel;
  float alpha = presence() * (level > 0u ? 0.95 : 0.6);
  v_colour = vec4(colour * alpha, alpha);
  gl_Position = clip(pixels);
}`;

export const vectorFragment = `#version 300 es
precision mediump float;
flat in vec4 v_colour;
out vec4 o_colour;
void main() { o_colour = v_colour; }`;

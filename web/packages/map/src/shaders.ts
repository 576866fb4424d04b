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

export const pointVertex = `${common}
uniform int u_selected;
flat out uvec4 v_flags;
flat out float v_heading;
flat out float v_side;      // CSS pixels of the sprite
flat out float v_scale;
flat out float v_presence;
flat out int v_selected;

void main() {
  vec2 pixels = place();
  uint level = a_flags.y & 7u;
  v_selected = gl_VertexID == u_selected ? 1 : 0;
  if (outside(pixels, 24.0)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  float hull = float(a_flags.w) * 2.0;
  float length = hull == 0.0 ? 1.0 : mix(0.85, 1.4, clamp((hull - 15.0) / 285.0, 0.0, 1.0));
  v_scale = length * mix(0.72, 1.12, clamp((u_zoom - 6.0) / 6.0, 0.0, 1.0));
  v_side = v_selected == 1 ? 48.0 : level > 0u ? 38.0 : ceil(20.0 * v_scale);
  v_flags = a_flags;
  v_heading = float(a_motion.x) < NO_HEADING ? float(a_motion.x) / 100.0 * PI / 180.0 : -1.0;
  // An alert is never faded: its age is written beside it.
  v_presence = v_selected == 1 || level > 0u ? 1.0 : presence();
  gl_Position = clip(pixels);
  gl_PointSize = v_side * u_ratio;
}`;

export const pointFragment = `#version 300 es
precision highp float;
precision highp int;
uniform vec3 u_vessel;
uniform vec3 u_own;
uniform vec3 u_halo;
uniform vec3 u_levels[4];
uniform vec3 u_bracket;
uniform float u_ratio;
flat in uvec4 v_flags;
flat in float v_heading;
flat in float v_side;
flat in float v_scale;
flat in float v_presence;
flat in int v_selected;
out vec4 o_colour;

const float PI = 3.14159265359;

float segment(vec2 p, vec2 a, vec2 b) {
  vec2 along = b - a;
  return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// Signed distance to an arrowhead pointing up: tip, wing, notch.
float arrowhead(vec2 p) {
  p.x = abs(p.x);
  vec2 tip = vec2(0.0, -7.5), wing = vec2(4.4, 6.0), notch = vec2(0.0, 3.2);
  float d = min(segment(p, tip, wing), segment(p, wing, notch));
  vec2 e = wing - tip, f = notch - wing;
  bool leftOfEdge = e.x * (p.y - tip.y) - e.y * (p.x - tip.x) > 0.0;
  bool aboveNotch = f.x * (p.y - wing.y) - f.y * (p.x - wing.x) > 0.0;
  return leftOfEdge && aboveNotch ? -d : d;
}

float diamond(vec2 p, vec2 half_) {
  vec2 q = abs(p);
  return (q.x * half_.y + q.y * half_.x - half_.x * half_.y) / length(half_);
}

float brackets(vec2 p, float half_, float reach) {
  vec2 q = abs(p);
  float edge = abs(max(q.x, q.y) - half_);
  return min(q.x, q.y) > half_ - reach ? edge : 99.0;
}

float cover(float d) { return clamp(0.5 - d * u_ratio, 0.0, 1.0); }
float stroke(float d, float width) { return cover(abs(d) - width * 0.5); }

// x: how much of the pixel the symbol covers; y: how much its dark surround does.
vec2 symbol(vec2 p) {
  uint source = v_flags.x & 7u;
  bool moored = (v_flags.x & 8u) != 0u;
  bool lost = (v_flags.x & 16u) != 0u;
  vec2 q = p / v_scale;
  float c = cos(v_heading), s = sin(v_heading);
  vec2 turned = v_heading < 0.0 ? q : vec2(c * q.x + s * q.y, -s * q.x + c * q.y);
  float d;
  float inside = 0.0;
  if (source == 4u) { d = diamond(turned, vec2(4.2, 7.2)); inside = cover(d * v_scale); }
  else if (source == 3u) { d = brackets(q, 6.5, 3.0); inside = cover(d * v_scale - 0.8); }
  else if (moored) { d = diamond(q, vec2(4.0)); inside = cover(d * v_scale); }
  else if (source == 1u || v_heading < 0.0) {
    d = abs(length(q) - 4.6);
    float dot_ = source == 1u ? length(q) - 1.3 : 99.0;
    inside = max(cover(d * v_scale - 0.6), cover(dot_ * v_scale));
  }
  else { d = arrowhead(turned); inside = source == 2u ? cover(d * v_scale) : stroke(d * v_scale, 1.3); }
  if (lost && source != 4u) {
    float dash = step(fract(atan(turned.y, turned.x) * 4.0 / PI), 0.55);
    float outline = source == 2u ? stroke(d * v_scale, 1.3) : inside;
    inside = outline * dash;
  }
  return vec2(inside, cover(d * v_scale - 2.2) * 0.85);
}

void main() {
  vec2 p = (gl_PointCoord - 0.5) * v_side;
  uint level = v_flags.y & 7u;
  vec2 shape = symbol(p);
  vec3 colour = level > 0u ? u_levels[level - 1u] : (v_flags.x & 7u) == 4u ? u_own : u_vessel;
  float alpha = shape.x;
  if (level > 0u) {
    float wide = level == 1u ? 3.0 : (v_flags.y & 8u) != 0u ? 2.2 : 1.4;
    alpha = max(alpha, stroke(length(p) - 12.5, wide));
  }
  vec3 ink = colour;
  if (v_selected == 1) {
    float frame = cover(brackets(p, 19.0, 7.0) - 1.0);
    ink = mix(ink, u_bracket, frame);
    alpha = max(alpha, frame);
  }
  float surround = shape.y * (1.0 - alpha);
  vec4 result = vec4(ink * alpha + u_halo * surround, alpha + surround) * v_presence;
  if (result.a < 0.004) discard;
  o_colour = result;
}`;

export const vectorVertex = `${common}
uniform vec3 u_vessel;
uniform vec3 u_levels[4];
uniform float u_vectorSeconds;
flat out vec4 v_colour;

void main() {
  vec2 pixels = place();
  if (!moves() || outside(pixels, 400.0)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    v_colour = vec4(0.0);
    return;
  }
  if (a_end == 1u) {
    float metres = float(a_motion.y) / 100.0 * 0.514444 * u_vectorSeconds;
    pixels += direction() * metres * stepsPerMetre() * u_pixelsPerStep;
  }
  uint level = a_flags.y & 7u;
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

/** Shader code that several materials share, so that sky, fog, water and wet mud agree at every hour. */

/** The colour of the sky in a direction. */
export const SKY = /* glsl */ `
uniform vec3 uSunDirection, uZenith, uHorizon, uGlow;
vec3 skyColour(vec3 d) {
  float h = max(d.y, 0.0);
  float s = max(dot(d, uSunDirection), 0.0);
  vec3 c = mix(uHorizon, uZenith, 1.0 - exp(-h * 3.2));
#ifdef LOW
  float s2 = s * s;
  c += uGlow * s2 * s2 * 0.2;
#else
  float low = 1.0 - smoothstep(0.0, 0.5, h);
  c += uGlow * (pow(s, 4.0) * 0.22 * (0.35 + 0.65 * low) + pow(s, 32.0) * 0.35);
#endif
  return c;
}`

export const NOISE = /* glsl */ `
float hash12(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}
float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(
    mix(hash12(i), hash12(i + vec2(1, 0)), f.x),
    mix(hash12(i + vec2(0, 1)), hash12(i + vec2(1, 1)), f.x), f.y);
}
float cloudNoise(vec2 p) {
  return noise(p) * 0.5 + noise(p * 2.03 + 7.1) * 0.25 + noise(p * 4.1 + 3.7) * 0.125 + 0.0625;
}
float softNoise(vec2 p) { return noise(p) * 0.62 + noise(p * 2.6 + 5.1) * 0.38; }
`

/**
 * Distance takes on the colour of the sky behind it. It must come before the tone curve:
 * three's own fog comes after it and would not match the dome.
 */
export const FOG = /* glsl */ `
{
  vec3 toward = vWorld - cameraPosition;
  float far = length(toward);
  vec3 d = toward / max(far, 1e-3);
  d.y = max(d.y, 0.0) * 0.35 + 0.02;
  float veil = 1.0 - exp(-pow(far * uFog, 1.5));
  gl_FragColor.rgb = mix(gl_FragColor.rgb, skyColour(normalize(d)), veil);
}`

/**
 * The town's own tone curve: an exponential shoulder and a little saturation keep vermilion vivid
 * and plaster white; three's curves grey the one or tint the other.
 */
export const TONE = /* glsl */ `
vec3 toned(vec3 c) {
  c = 1.0 - exp(-c * 1.18);
  float grey = dot(c, vec3(0.2126, 0.7152, 0.0722));
  c = mix(vec3(grey), c, 1.12);
  c = mix(c, c * c * (3.0 - 2.0 * c), 0.22);
  return clamp(c, 0.0, 1.0);
}`

/** The last lines of every shader: tone curve, then the screen's colour space. */
export const FINISH = /* glsl */ `
gl_FragColor.rgb = toned(gl_FragColor.rgb);
#include <colorspace_fragment>`

/** Shader code that draws tiles, boards, stone and thatch from a surface number: no textures to download. */
import { Surface } from './paint'

const is = (surface: Surface): string => `kind == ${surface}`

/**
 * pattern(kind, uv, world, colour, relief, glow): every periodic line fades to its mean coverage
 * when it gets thinner than a pixel, or roofs would shimmer.
 */
export const PATTERNS = /* glsl */ `
float line(float x, float halfWidth) {
  float w = fwidth(x) + 1e-5;
  float d = 0.5 - abs(fract(x) - 0.5);
  float l = 1.0 - smoothstep(halfWidth - w, halfWidth + w, d);
  return mix(l, 2.0 * halfWidth, smoothstep(0.35, 0.8, w));
}
float bars(float x, float halfWidth, float mean) {
  float w = fwidth(x);
  float b = 1.0 - smoothstep(halfWidth - w, halfWidth + w, abs(fract(x) - 0.5));
  return mix(b, mean, smoothstep(0.4, 1.1, w));
}
void pattern(int kind, vec2 uv, vec3 world, inout vec3 c, inout float relief, inout vec3 glow) {
  if (${is(Surface.tiles)}) {
    float pu = uv.x / 0.30, pv = uv.y / 0.27;
    float far = smoothstep(0.5, 1.6, fwidth(pu) + fwidth(pv));
    float roll = sin(pu * 6.2832), course = fract(pv);
    float tint = hash12(floor(vec2(pu + 0.25, pv)));
    c *= mix(0.80 + 0.34 * tint, 0.97, far);
    c *= mix(0.72 + 0.28 * smoothstep(-1.0, 0.15, roll), 0.90, far);
    c *= mix(1.0 - 0.5 * (1.0 - smoothstep(0.0, 0.16, course)), 0.90, far);
    c = mix(c, c * vec3(1.06, 1.02, 0.92), noise(world.xz * 0.35) * 0.5);
    relief += (roll * 0.035 + course * 0.05) * (1.0 - far);
  } else if (${is(Surface.copper)}) {
    float pu = uv.x / 0.62, pv = uv.y / 0.40;
    float far = smoothstep(0.5, 1.5, fwidth(pv) + fwidth(pu)), row = floor(pv);
    float seam = line(pu + row * 0.5, 0.035), lap = 1.0 - smoothstep(0.0, 0.12, fract(pv));
    float tint = hash12(vec2(floor(pu + row * 0.5), row));
    float stain = noise(vec2(uv.x * 1.3, uv.y * 0.28));
    c *= mix(0.86 + 0.2 * tint, 0.96, far);
    c = mix(c, c * vec3(0.72, 0.86, 0.84), stain * 0.55);
    c *= 1.0 - 0.35 * seam * (1.0 - far) - 0.4 * lap * (1.0 - far);
    relief += fract(pv) * 0.05 * (1.0 - far) - seam * 0.02 * (1.0 - far);
  } else if (${is(Surface.plaster)}) {
    float n = softNoise(uv * 1.7 + world.xz * 0.11), streak = noise(vec2(uv.x * 2.3, uv.y * 0.22));
    c *= 0.93 + 0.09 * n;
    c = mix(c, c * vec3(0.84, 0.82, 0.77), smoothstep(0.62, 0.95, streak) * 0.35);
    relief += n * 0.012;
  } else if (${is(Surface.boards)} || ${is(Surface.wood)}) {
    bool narrow = ${is(Surface.boards)};
    float pu = uv.x / (narrow ? 0.24 : 0.9), id = floor(pu);
    float grain = noise(vec2(uv.x * 22.0 + id * 7.0, uv.y * 1.6)), far = smoothstep(0.5, 1.4, fwidth(pu));
    c *= mix(0.80 + 0.32 * hash12(vec2(id, 3.0)), 0.96, far);
    c *= mix(0.86 + 0.24 * grain, 0.98, smoothstep(0.3, 1.2, fwidth(uv.x * 22.0)));
    if (narrow) { float gap = line(pu, 0.045); c *= 1.0 - 0.62 * gap; relief -= gap * 0.03; }
  } else if (${is(Surface.tiledWall)}) {
    vec2 p = vec2(uv.x + uv.y, uv.x - uv.y) / 0.52;
    float joint = max(line(p.x, 0.085), line(p.y, 0.085)), tint = hash12(floor(p));
    c = mix(vec3(0.055, 0.062, 0.075) * (0.8 + 0.5 * tint), vec3(0.80, 0.79, 0.75), joint);
    relief += joint * 0.05;
  } else if (${is(Surface.ashlar)}) {
    float row = floor(uv.y / 0.46);
    vec2 p = vec2(uv.x / 0.95 + fract(row * 0.37) * 1.7, uv.y / 0.46);
    float tint = hash12(floor(p)), far = smoothstep(0.4, 1.3, fwidth(p.x) + fwidth(p.y));
    float joint = max(line(p.x, 0.022), line(p.y, 0.045));
    c *= mix(0.78 + 0.36 * tint, 0.95, far);
    c *= 0.86 + 0.22 * noise(uv * 5.0 + world.xz);
    c *= 1.0 - 0.45 * joint;
    c = mix(c, c * vec3(0.78, 0.92, 0.66), smoothstep(0.55, 0.9, noise(world.xz * 0.6 + uv.y)) * 0.4);
    relief -= joint * 0.05;
  } else if (${is(Surface.thatch)}) {
    float a = noise(vec2(uv.x * 9.0, uv.y * 1.1)), b = noise(vec2(uv.x * 34.0, uv.y * 2.4));
    float far = smoothstep(0.3, 1.5, fwidth(uv.x * 34.0)), middle = smoothstep(0.15, 0.8, fwidth(uv.x * 9.0));
    c *= 0.72 + 0.3 * a + mix(0.26 * b, 0.13, far);
    c *= 0.93 + 0.1 * sin(uv.y * 3.4 + noise(uv * 0.7) * 4.0);
    c = mix(c, c * vec3(0.72, 0.86, 0.55), smoothstep(0.55, 0.95, softNoise(world.xz * 0.45)) * 0.55);
    relief += a * 0.05 * (1.0 - middle) + b * 0.02 * (1.0 - far) * (1.0 - middle);
  } else if (${is(Surface.lattice)}) {
    float k = max(bars(uv.x / 0.13, 0.27, 0.54), line(uv.y / 0.62, 0.06));
    glow += vec3(1.0, 0.55, 0.2) * (1.0 - k) * uNight * 1.25;
    c = mix(vec3(0.03, 0.028, 0.026), c, k);
    relief += k * 0.03;
  } else if (${is(Surface.paving)}) {
    vec2 p = uv / vec2(0.9, 0.6);
    p.x += fract(floor(p.y) * 0.47);
    float tint = hash12(floor(p)), joint = max(line(p.x, 0.02), line(p.y, 0.03));
    c *= 0.84 + 0.24 * tint + 0.1 * noise(uv * 7.0);
    c *= 1.0 - 0.4 * joint;
    relief -= joint * 0.02;
  } else if (${is(Surface.lit)}) {
    glow += c * (0.18 + 1.7 * uNight);
  } else if (${is(Surface.brick)}) {
    float row = floor(uv.y / 0.085);
    vec2 p = vec2(uv.x / 0.24 + 0.5 * mod(row, 2.0), uv.y / 0.085);
    float tint = hash12(floor(p)), joint = max(line(p.x, 0.04), line(p.y, 0.09));
    c *= 0.75 + 0.4 * tint;
    c = mix(c, vec3(0.42, 0.39, 0.36), joint * 0.8);
    relief -= joint * 0.02;
  } else if (${is(Surface.paper)}) {
    float bar = max(line(uv.x / 0.34, 0.06), line(uv.y / 0.3, 0.06));
    glow += vec3(1.0, 0.62, 0.28) * (1.0 - bar) * uNight * 1.1;
    c = mix(c, vec3(0.16, 0.1, 0.06), bar);
  } else if (${is(Surface.gold)}) {
    c *= 0.8 + 0.4 * noise(uv * 9.0);
    glow += vec3(0.10, 0.065, 0.02);
  } else if (${is(Surface.rafters)}) {
    float f = bars(uv.x / 0.42, 0.22, 0.44);
    c *= mix(0.42, 1.12, f);
    relief += f * 0.06;
  } else if (${is(Surface.cloth)}) {
    c *= 0.85 + 0.25 * noise(vec2(uv.x * 7.0, uv.y * 0.6));
  } else if (${is(Surface.glass)}) {
    vec3 d = normalize(world - cameraPosition);
    float bar = max(line(uv.x / 1.5, 0.02), line(uv.y / 1.5, 0.02));
    vec3 mirrored = skyColour(vec3(-d.x, abs(d.y) + 0.12, d.z));
    glow += mirrored * 0.5 * (1.0 - bar);
    c = mix(c * 0.4, vec3(0.2), bar);
  } else {
    c *= 0.95 + 0.09 * noise(uv * 3.1 + world.xz * 0.2);
  }
}`

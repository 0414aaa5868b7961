/** Shader code that moves avatars: the stretch of motion they are on, limbs in step with it, emotes. */
import { Emote } from '../../town'
import { Dye, Limb, Shown } from './clay'

/** Attributes each instance has, four numbers each. */
export const MOTION_ATTRIBUTES = ['aFrom', 'aTo', 'aTime', 'aEmote'] as const

/**
 * Where an avatar is now: aFrom and aTo are poses (x, y, z, yaw), aTime is (start, end, stride at
 * the start, stride at the end), aEmote is (which, start, seconds, seed).
 */
export const POSE = /* glsl */ `
attribute vec4 aFrom, aTo, aTime, aEmote;
uniform float uNow;
float share() { return clamp((uNow - aTime.x) / max(aTime.y - aTime.x, 1e-3), 0.0, 1.0); }
vec4 poseNow() {
  float k = share();
  float turn = mod(aTo.w - aFrom.w + 3.14159265, 6.2831853) - 3.14159265;
  return vec4(mix(aFrom.xyz, aTo.xyz, k), aFrom.w + turn * k);
}`

export const BODY_DECLARE = /* glsl */ `
${POSE}
attribute vec3 aPart;
attribute vec4 aDyes, aShapes;
uniform vec3 uDyes[53];
varying vec3 vDye;
varying float vFoot;
vec3 aboutX(vec3 p, float a) { float c = cos(a), s = sin(a); return vec3(p.x, c * p.y - s * p.z, s * p.y + c * p.z); }
vec3 aboutY(vec3 p, float a) { float c = cos(a), s = sin(a); return vec3(c * p.x + s * p.z, p.y, -s * p.x + c * p.z); }
vec3 aboutZ(vec3 p, float a) { float c = cos(a), s = sin(a); return vec3(c * p.x - s * p.y, s * p.x + c * p.y, p.z); }
bool is(float a, int b) { return int(a + 0.5) == b; }
bool shown(int part, vec4 shapes) {
  int hair = int(shapes.x + 0.5), hat = int(shapes.y + 0.5), clothes = int(shapes.w + 0.5);
  if (part >= ${Shown.shortHair} && part <= ${Shown.longHair}) return part - ${Shown.shortHair} == hair;
  if (part >= ${Shown.strawHat} && part <= ${Shown.headband}) return part - ${Shown.cap - 1} == hat - 1;
  if (part == ${Shown.trousers}) return clothes <= 1;
  if (part == ${Shown.bareLegs}) return clothes >= 2;
  if (part == ${Shown.yukata}) return clothes == 2;
  if (part == ${Shown.skirt}) return clothes == 3;
  if (part == ${Shown.happi}) return clothes == 1;
  if (part == ${Shown.wideSleeves}) return clothes == 1 || clothes == 2;
  if (part == ${Shown.plainSleeves}) return clothes == 0 || clothes == 3;
  return true;
}
vec3 dye(int slot) {
  if (slot == ${Dye.skin}) return uDyes[int(aDyes.x + 0.5)];
  if (slot == ${Dye.hair}) return uDyes[8 + int(aDyes.y + 0.5)];
  if (slot == ${Dye.top}) return uDyes[16 + int(aDyes.z + 0.5)];
  if (slot == ${Dye.bottom}) return uDyes[32 + int(aDyes.w + 0.5)];
  if (slot == ${Dye.accent}) return uDyes[40 + int(aShapes.z + 0.5)];
  return uDyes[48 + slot - ${Dye.dark}];
}`

/** Replaces three's start of the normal: moves both the normal and the position. */
export const BODY_NORMAL = /* glsl */ `
vec3 objectNormal = normal;
vec3 body = position;
{
  float k = share();
  float stride = mix(aTime.z, aTime.w, k);
  float speed = distance(aFrom.xz, aTo.xz) / max(aTime.y - aTime.x, 1e-3);
  // Who has arrived puts the feet together.
  float going = smoothstep(0.15, 1.6, speed) * (1.0 - smoothstep(0.0, 0.16, uNow - aTime.y));
  float running = smoothstep(3.2, 4.8, speed);
  int limb = int(aPart.x + 0.5);
  float since = uNow - aEmote.y;
  float on = smoothstep(0.0, 0.25, since) * (1.0 - smoothstep(aEmote.z - 0.3, aEmote.z, since)) * step(0.5, aEmote.x);
  bool wave = is(aEmote.x, ${Emote.wave}), bow = is(aEmote.x, ${Emote.bow}), clap = is(aEmote.x, ${Emote.clap});
  bool point = is(aEmote.x, ${Emote.point}), yassa = is(aEmote.x, ${Emote.yassa});
  float idle = sin(uTime * 1.7 + aEmote.w) * 0.02;
  bool wrapped = aShapes.w > 1.5 && limb >= ${Limb.leftLeg};
  float swing = sin(stride) * going * (0.62 + 0.35 * running) * (wrapped ? 0.45 : 1.0);
  // The dance: hands overhead, left and right in turn, a step to each beat.
  float beat = since * 6.2831853 * 0.9;
  float dance = yassa ? on : 0.0;
  if (limb >= ${Limb.leftLeg}) {
    float side = limb == ${Limb.leftLeg} ? -1.0 : 1.0;
    vec3 hip = vec3(side * 0.085, 0.76, 0.0);
    float lift = -side * swing - dance * max(0.0, side * sin(beat)) * 0.7;
    body = aboutX(body - hip, lift) + hip;
    objectNormal = aboutX(objectNormal, lift);
  }
  if (limb == ${Limb.leftArm} || limb == ${Limb.rightArm}) {
    float side = limb == ${Limb.leftArm} ? -1.0 : 1.0;
    bool right = limb == ${Limb.rightArm};
    vec3 shoulder = vec3(side * 0.19, 1.13, 0.0);
    float forth = side * swing * 0.85 * (1.0 + 0.3 * running);
    float aside = side * (0.10 + 0.02 * idle);
    if (wave && right) { aside = mix(aside, 2.55 + 0.35 * sin(uTime * 9.0), on); forth *= 1.0 - on; }
    if (bow) forth = mix(forth, -0.15, on);
    if (clap) { forth = mix(forth, -1.25, on); aside = mix(aside, -side * (0.35 + 0.22 * sin(uTime * 14.0)), on); }
    if (point && right) forth = mix(forth, -1.55, on);
    if (yassa) { forth = mix(forth, -2.75 + 0.3 * cos(beat * 2.0), on); aside = mix(aside, 0.42 * sin(beat) + side * 0.12, on); }
    body = aboutX(aboutZ(body - shoulder, aside), forth) + shoulder;
    objectNormal = aboutX(aboutZ(objectNormal, aside), forth);
  }
  if (limb == ${Limb.head}) {
    vec3 neck = vec3(0.0, 1.25, 0.0);
    body = aboutX(body - neck, idle * 2.0) + neck;
  }
  if (limb < ${Limb.leftLeg}) {
    vec3 waist = vec3(0.0, 0.78, 0.0);
    float bend = bow ? on * 0.85 : running * going * 0.12;
    float sway = dance * sin(beat) * 0.14;
    body = aboutZ(aboutX(body - waist, bend), -sway) + waist;
    objectNormal = aboutZ(aboutX(objectNormal, bend), -sway);
  }
  if (!shown(int(aPart.z + 0.5), aShapes)) body = vec3(0.0, 0.5, 0.0);
  vec4 pose = poseNow();
  // Legs apart are shorter: the body sinks, so that the feet stay on the ground; a runner leaves it.
  body.y += 0.72 * (cos(swing) - 1.0) + abs(cos(stride)) * going * running * 0.07 + dance * abs(sin(beat)) * 0.05;
  body = aboutY(body, pose.w) + pose.xyz;
  objectNormal = aboutY(objectNormal, pose.w);
  vDye = dye(int(aPart.y + 0.5));
  vFoot = mix(0.72, 1.0, smoothstep(0.0, 1.1, position.y));
}`

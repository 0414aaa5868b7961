/** The picture a visitor shares: badge, title, day, and a code that leads to the proof. */

export interface ShareFacts {
  readonly title: string
  /** Below the title: the day and the place. */
  readonly lines: readonly string[]
  readonly town: string
  /** What the code is for. */
  readonly check: string
  readonly art: string | null
  readonly qr: string
  readonly language: string
}

const WIDTH = 1200
const HEIGHT = 630
const ART = 530
const LARGEST_CODE = 220
const LEFT = 620
const ROOM = WIDTH - LEFT - 50
const TITLE_LINES = 3
const SIZES = [58, 50, 44, 38, 33] as const

const PAPER = '#fdf8ee'
const VERMILION = '#b8321a'
const INK = '#2b2320'
const QUIET = '#62564c'
const SERIF =
  "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP','Noto Serif JP','Noto Serif Thai','Noto Serif CJK KR',serif"

/** The picture as PNG, 1200 by 630; rejects when a part of it cannot be fetched. */
export async function sharePicture(facts: ShareFacts): Promise<Blob> {
  const [art, code] = await Promise.all([
    facts.art === null ? null : loaded(facts.art),
    loaded(facts.qr),
  ])
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  canvas.lang = facts.language
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = VERMILION
  pen.fillRect(0, 0, WIDTH, 14)
  if (art !== null) pen.drawImage(art, 50, (HEIGHT + 14 - ART) / 2, ART, ART)
  const side = Math.min(code.naturalWidth, LARGEST_CODE)
  write(pen, facts, side)
  // At its own size each square of the code is whole pixels.
  pen.drawImage(code, LEFT, HEIGHT - 50 - side, side, side)
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)))
  })
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}

function write(pen: CanvasRenderingContext2D, facts: ShareFacts, code: number): void {
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = VERMILION
  pen.font = `700 30px ${SERIF}`
  pen.fillText(facts.town, LEFT, 92, ROOM)
  const measure = (size: number) => (text: string) => {
    pen.font = `700 ${size}px ${SERIF}`
    return pen.measureText(text).width
  }
  const fitting = SIZES.map((size) => ({ size, lines: wrapped(facts.title, ROOM, measure(size)) }))
  const title = fitting.find(({ lines }) => lines.length <= TITLE_LINES) ?? fitting.at(-1)
  let y = 108
  pen.fillStyle = INK
  for (const line of title?.lines.slice(0, TITLE_LINES) ?? []) {
    y += (title?.size ?? 0) * 1.28
    pen.font = `700 ${title?.size}px ${SERIF}`
    pen.fillText(line, LEFT, y, ROOM)
  }
  pen.fillStyle = QUIET
  pen.font = `400 27px ${SERIF}`
  y += 14
  for (const line of facts.lines) pen.fillText(line, LEFT, (y += 40), ROOM)
  pen.font = `400 22px ${SERIF}`
  const beside = LEFT + code + 24
  const lines = wrapped(facts.check, WIDTH - beside - 50, (text) => pen.measureText(text).width)
  const first = HEIGHT - 50 - code / 2 - (lines.length - 1) * 16 + 8
  lines.forEach((line, at) => pen.fillText(line, beside, first + at * 32))
}

/** The text in lines no wider than `width` and about as long as each other. */
export function wrapped(
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const parts = partsOf(text)
  const lines = filled(parts, width, measure)
  let best = lines
  for (let narrower = width * 0.95; narrower > width * 0.5; narrower *= 0.95) {
    const other = filled(parts, narrower, measure)
    if (other.length > lines.length) break
    if (other.every((line) => measure(line) <= width)) best = other
  }
  return best
}

function filled(
  parts: readonly string[],
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines = ['']
  for (const part of parts) {
    const last = lines.at(-1) ?? ''
    if (last === '' || measure((last + part).trimEnd()) <= width) {
      lines[lines.length - 1] = last + part
    } else lines.push(part.trimStart())
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** Where a line may end: between words, but before no closing sign and within no Japanese phrase. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const last = parts.at(-1)
    const belongs =
      last !== undefined &&
      (NEVER_FIRST.test(segment) ||
        NEVER_LAST.test(last) ||
        (HIRAGANA.test(segment) && !PAUSE.test(last)))
    if (belongs) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

const NEVER_FIRST = /^[、。，．」』）】！？!?),.：；・ー…”’]/
const NEVER_LAST = /[「『（【“‘(]$/
const HIRAGANA = /^[\u3041-\u309f]/
const PAUSE = /[、。，．！？!?\s」』）]$/

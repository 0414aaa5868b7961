/** Choosing a look: a picture, a dice, and a few choices; more of them for who wants to. */
import type { Words } from '../i18n/words'
import { CHOICES, type Look, packLook, randomLook, unpackLook } from '../sim/look'
import { type Coloured, cssColour } from '../sim/palette'
import { freshId, h, icon } from './dom'
import { drawFigure } from './figure'
import { ICONS } from './icons'

/** Shapes by the key of their names; the order is that of their numbers in `sim/look`. */
const SHAPES = {
  clothes: ['shirt', 'happi', 'yukata', 'skirt'],
  hair: ['short', 'bob', 'bun', 'long'],
  hat: ['none', 'straw', 'cap', 'headband'],
} as const satisfies Partial<Record<keyof Look, readonly string[]>>

type Shaped = keyof typeof SHAPES

/** A look that nobody chose: another one at every visit. */
export function anyLook(): number {
  return packLook(randomLook(Math.floor(Math.random() * 0xffff)))
}

/** The picker; `changed` hears every new look. */
export function lookPicker(
  words: Words,
  packed: number,
  changed: (packed: number) => void,
): HTMLElement {
  let look = unpackLook(packed)
  const figure = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  figure.setAttribute('viewBox', '0 0 120 190')
  figure.setAttribute('role', 'img')
  figure.setAttribute('aria-label', words.say('town-look-preview'))
  const inputs = new Map<string, HTMLInputElement>()

  const show = (): void => {
    drawFigure(figure, look)
    for (const [name, input] of inputs) {
      const [trait, choice] = name.split(' ')
      input.checked = look[trait as keyof Look] === Number(choice)
    }
  }
  const take = (next: Look): void => {
    look = next
    show()
    changed(packLook(look))
  }
  const option = (
    group: string,
    trait: keyof Look,
    choice: number,
    label: string,
  ): { input: HTMLInputElement; id: string } => {
    const id = freshId('look')
    const input = h('input', {
      type: 'radio',
      name: group,
      id,
      'aria-label': label,
      testid: `look-${trait}-${choice}`,
      on: { change: () => take({ ...look, [trait]: choice }) },
    })
    inputs.set(`${trait} ${choice}`, input)
    return { input, id }
  }
  const shapes = (trait: Shaped): HTMLElement => {
    const group = freshId(trait)
    return h(
      'fieldset',
      { class: 'look-row' },
      h('legend', { class: 'small' }, words.say(`town-look-${trait}`)),
      h(
        'div',
        { class: 'pills' },
        ...SHAPES[trait].map((name, choice) => {
          const label = words.say(`town-look-${trait}-${name}`)
          const { input, id } = option(group, trait, choice, label)
          return h(
            'span',
            { class: 'pill-choice' },
            input,
            h('label', { for: id, class: 'pill' }, label),
          )
        }),
      ),
    )
  }
  const colours = (trait: Coloured, key: string): HTMLElement => {
    const group = freshId(trait)
    const part = words.say(key)
    return h(
      'fieldset',
      { class: 'look-row' },
      h('legend', { class: 'small' }, part),
      h(
        'div',
        { class: 'swatches' },
        ...Array.from({ length: CHOICES[trait] }, (_, choice) => {
          const { input } = option(
            group,
            trait,
            choice,
            words.say('town-look-choice', { part, number: choice + 1 }),
          )
          input.className = 'swatch'
          input.style.setProperty('--swatch', cssColour(trait, choice))
          return input
        }),
      ),
    )
  }
  const dice = h(
    'button',
    {
      type: 'button',
      class: 'button quiet-button dice',
      testid: 'look-dice',
      on: { click: () => take(unpackLook(anyLook())) },
    },
    icon(ICONS.dice),
    words.say('town-look-dice'),
  )
  const picker = h(
    'fieldset',
    { class: 'field-block look' },
    h('legend', { class: 'field-label' }, words.say('town-look-label')),
    h(
      'div',
      { class: 'look-first' },
      h('div', { class: 'look-picture' }, figure),
      h('div', { class: 'look-choices' }, shapes('clothes'), dice),
    ),
    h(
      'details',
      { class: 'fold' },
      h('summary', {}, words.say('town-look-more')),
      colours('top', 'town-look-top'),
      shapes('hair'),
      colours('hairColour', 'town-look-hair-colour'),
      colours('skin', 'town-look-skin'),
      shapes('hat'),
      colours('bottom', 'town-look-bottom'),
    ),
  )
  show()
  return picker
}

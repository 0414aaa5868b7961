/** Reads Fluent while the client is built, so that nobody downloads the reader; never part of a page. */
import { FluentResource } from '@fluent/bundle'
import type { Part, Pattern, Sentences } from './sentence'

/** A pattern as the library reads it; its types do not say what lies within. */
type Read = string | readonly ReadPart[] | null
type ReadPart = string | Expression
interface Expression {
  readonly type: string
  readonly name?: string
  readonly value?: string | number
  readonly attr?: string | null
  readonly selector?: Expression
  readonly variants?: readonly { readonly key: Expression; readonly value: Read }[]
  readonly star?: number
}

/** The sentences of Fluent source. Throws SyntaxError for what the client cannot say. */
export function compileSentences(source: string): Sentences {
  const { body } = new FluentResource(source)
  const written = [...source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, key = '']) => key)
  const read = body.map(({ id }) => id)
  const lost = written.find((key, at) => read[at] !== key || written.indexOf(key) !== at)
  if (lost !== undefined) throw new SyntaxError(`${lost} is not Fluent, or stands here twice`)
  return Object.fromEntries(
    body.map(({ id, value, attributes }) => {
      if (Object.keys(attributes).length > 0) throw unsayable(id, 'attributes')
      return [id, pattern(id, value as Read)]
    }),
  )
}

function pattern(id: string, read: Read): Pattern {
  if (read === null) throw unsayable(id, 'no value')
  if (typeof read === 'string') return read
  const parts = read.map((part) => (typeof part === 'string' ? part : expression(id, part)))
  const [only] = parts
  return parts.length === 1 && typeof only === 'string' ? only : parts
}

function expression(id: string, { type, name = '', value, attr, ...rest }: Expression): Part {
  if (type === 'var') return { v: name }
  if (type === 'mesg' && attr == null) return { m: name }
  if (type === 'str' || type === 'num') return String(value)
  if (type !== 'select' || rest.selector?.type !== 'var') throw unsayable(id, type)
  const variants = (rest.variants ?? []).map(
    ({ key, value: said }) => [String(key.value), pattern(id, said)] as const,
  )
  return {
    s: rest.selector.name ?? '',
    o: Object.fromEntries(variants),
    d: variants[rest.star ?? 0]?.[0] ?? '',
  }
}

function unsayable(id: string, what: string): SyntaxError {
  return new SyntaxError(`${id}: the client has no way to say this (${what})`)
}

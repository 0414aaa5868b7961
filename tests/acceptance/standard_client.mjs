/**
 * A visitor written from PROTOCOL.md alone, on the plain JavaScript client of Socket.IO v4.
 *
 * node standard_client.mjs <origin> <folder whose node_modules hold socket.io-client> <nickname>
 * Prints one JSON line for each thing that happened; says `leave` when told so on standard input.
 */
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const [origin, modules, nickname] = process.argv.slice(2)
const { io } = createRequire(`${modules}/`)('socket.io-client')
const tell = (what, facts = {}) => console.log(JSON.stringify({ what, ...facts }))

async function post(path, body, cookie = '') {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return { body: await answer.json(), cookie: answer.headers.get('set-cookie')?.split(';')[0] }
}

const { cookie } = await post('/api/passport', { nickname, look: 3, language: 'en', remember: false })
const { body } = await post('/api/join', { event: null }, cookie)

const socket = io(origin, {
  path: body.path,
  transports: ['websocket'],
  auth: { ticket: body.ticket, protocol: 1, lane: 'events' },
})

/** PS2: the records of a pose frame, in metres. */
function read(frame, bounds) {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const avatars = {}
  for (let at = 8; at < view.byteLength; at += 10) {
    avatars[view.getUint16(at, true)] = {
      x: bounds.minX + view.getUint16(at + 2, true) * 0.02,
      z: bounds.minZ + view.getUint16(at + 4, true) * 0.02,
    }
  }
  return { type: view.getUint8(0), count: view.getUint16(2, true), avatars }
}

let welcome
socket.on('connect_error', (fault) => tell('refused', { message: fault.message, data: fault.data }))
socket.on('disconnect', (reason) => {
  tell('disconnect', { reason })
  process.exit(0)
})
socket.on('bye', (goodbye) => tell('bye', goodbye))
socket.on('avatars', (news) => tell('avatars', news))
socket.on('chat', (said) => tell('chat', said))
socket.on('emote', (shown) => tell('emote', shown))
socket.on('correct', (put) => tell('correct', put))
socket.on('poses', (frame) => tell('poses', read(frame, welcome.bounds)))
socket.on('welcome', async (told) => {
  welcome = told
  tell('welcome', told)
  const { x, y, z } = told.pose
  socket.emit('move', { seq: 1, x: x + 1.25, y, z: z - 0.5, yaw: 1.5, state: 1 })
  tell('answer', { to: 'chat', is: await socket.emitWithAck('chat', { phrase: 2 }) })
  tell('answer', { to: 'text', is: await socket.emitWithAck('chat', { text: 'hello' }) })
  tell('answer', { to: 'emote', is: await socket.emitWithAck('emote', { emote: 1 }) })
})

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'leave') tell('answer', { to: 'leave', is: await socket.emitWithAck('leave', {}) })
}

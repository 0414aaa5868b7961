// A plaza on Colyseus: node colyseus.mjs plain|view PORT
//
// plain: everybody is sent the whole map of players. view: one StateView for each visitor, made
// anew twice a second: those within 40 m, the nearest hundred. Patches go out ten times a second.
import { createServer } from 'node:http';
import { Room, Server } from '@colyseus/core';
import { Encoder, schema, StateView, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';

const [mode, port] = [process.argv[2], Number(process.argv[3])];
const RADIUS = 40, MOST = 100, ROW = 64, REFRESH_MS = 500, PATCH_MS = 100;
Encoder.BUFFER_SIZE = 512 * 1024;

const Player = schema(
  { x: t.float32(), y: t.float32(), z: t.float32(), heading: t.float32(), n: t.uint16(), t: t.uint32() },
  'Player',
);
const players = mode === 'view' ? t.map(Player).view() : t.map(Player);
const State = schema({ players }, 'State');

class Plaza extends Room {
  state = new State();
  maxClients = 100_000;
  patchRate = PATCH_MS;

  onCreate() {
    this.autoDispose = false;
    this.onMessage('move', (client, move) => {
      const { player } = client;
      player.x = move.x;
      player.y = move.y;
      player.z = move.z;
      player.heading = move.h;
      player.t = move.t;
    });
    if (mode === 'view') this.clock.setInterval(() => this.refresh(), REFRESH_MS);
  }

  onJoin(client, options) {
    const player = new Player();
    player.n = options.n;
    player.x = player.y = player.z = player.heading = player.t = 0;
    client.player = player;
    this.state.players.set(client.sessionId, player);
    if (mode === 'view') {
      client.view = new StateView();
      client.view.add(player);
      client.seen = new Set([player]);
    }
  }

  onLeave(client) {
    this.state.players.delete(client.sessionId);
  }

  refresh() {
    const cells = new Map();
    for (const { player } of this.clients) {
      if (player === undefined) continue;
      const cell = cellOf(player);
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(player);
    }
    for (const client of this.clients) {
      if (client.view === undefined) continue;
      const next = new Set([...nearest(client.player, cells), client.player]);
      for (const player of client.seen) if (!next.has(player)) client.view.remove(player);
      for (const player of next) if (!client.seen.has(player)) client.view.add(player);
      client.seen = next;
    }
  }
}

function cellOf(player) {
  return Math.floor(player.z / RADIUS) * ROW + Math.floor(player.x / RADIUS);
}

function nearest(me, cells) {
  const found = [];
  const middle = cellOf(me);
  for (const row of [-ROW, 0, ROW]) {
    for (const column of [-1, 0, 1]) {
      for (const player of cells.get(middle + row + column) ?? []) {
        const away = (player.x - me.x) ** 2 + (player.z - me.z) ** 2;
        if (away <= RADIUS * RADIUS) found.push([away, player]);
      }
    }
  }
  if (found.length > MOST) {
    found.sort((a, b) => a[0] - b[0]);
    found.length = MOST;
  }
  return found.map(([, player]) => player);
}

const server = new Server({ greet: false, transport: new WebSocketTransport({ server: createServer() }) });
server.define('plaza', Plaza);
await server.listen(port, '127.0.0.1');
console.log('listening');

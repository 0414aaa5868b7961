// What others would write with Node's Socket.IO: node socketio.cjs naive|grid PORT
//
// naive relays every move to everybody at once, as tutorials do. grid is what a careful author
// does: cells of 20 m, packed records of 12 bytes, and one shared binary message for each
// occupied cell, ten times a second (see loadgen/socketio.c for the bytes).
'use strict';
const { createServer } = require('node:http');
const { Server } = require('socket.io');

const [mode, port] = [process.argv[2], Number(process.argv[3])];
const CELL = 20, ROW = 64, RECORD = 12, HEADER = 8, BEAT_MS = 100;
const server = createServer();
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });

function naive(socket) {
  socket.join('plaza');
  socket.on('move', (move) => {
    socket.to('plaza').emit('move', { id: socket.id, ...move });
  });
}

const walkers = new Map(); // socket id -> { move, cell }

function grid(socket) {
  socket.on('move', (move) => {
    const cell = Math.floor(move.z / CELL) * ROW + Math.floor(move.x / CELL);
    const walker = walkers.get(socket.id);
    if (walker === undefined) {
      walkers.set(socket.id, { move, cell });
      socket.join(`cell ${cell}`);
      return;
    }
    if (walker.cell !== cell) {
      socket.leave(`cell ${walker.cell}`);
      socket.join(`cell ${cell}`);
      walker.cell = cell;
    }
    walker.move = move;
  });
  socket.on('disconnect', () => walkers.delete(socket.id));
}

function pack(cells, middle) {
  const near = [];
  for (const row of [-ROW, 0, ROW]) {
    for (const column of [-1, 0, 1]) near.push(...(cells.get(middle + row + column) ?? []));
  }
  const frame = Buffer.allocUnsafe(HEADER + RECORD * near.length);
  frame.writeUInt32LE(0x0c01a55a, 0);
  frame.writeUInt32LE(near.length, 4);
  let at = HEADER;
  for (const move of near) {
    frame.writeUInt16LE(move.n, at);
    frame.writeUInt16LE(move.x * 100, at + 2);
    frame.writeUInt16LE(move.z * 100, at + 4);
    frame[at + 6] = move.h * 40.74;
    frame[at + 7] = 1;
    frame.writeUInt32LE(move.t, at + 8);
    at += RECORD;
  }
  return frame;
}

function beat() {
  const cells = new Map();
  for (const { move, cell } of walkers.values()) {
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(move);
  }
  for (const cell of cells.keys()) io.to(`cell ${cell}`).emit('poses', pack(cells, cell));
}

io.on('connection', mode === 'naive' ? naive : grid);
if (mode === 'grid') setInterval(beat, BEAT_MS);
server.listen(port, '127.0.0.1', 1024, () => console.log('listening'));

// Runs on the page for looking (lab.html): people come, walk and go, and frames are timed.
window.bench = (() => {
  const { stage, parts } = window.lab
  const { renderer } = parts
  const gl = renderer.getContext()
  const CENTRE = { x: window.lab.spawn.x, y: window.lab.spawn.y, z: window.lab.spawn.z }
  const NAMES = ['田中さくら', 'ゆうと', 'Anna', 'สมชาย', '김민준', '陳小明', 'ミカ', 'John']
  let made = 10_000
  const here = []
  const come = () => {
    const id = (made += 1)
    const angle = id * 2.399963
    const far = 4 + 26 * Math.sqrt((id % 997) / 997)
    const pose = {
      x: CENTRE.x + Math.cos(angle) * far,
      y: CENTRE.y,
      z: CENTRE.z + Math.sin(angle) * far,
      yaw: angle,
    }
    stage.come({
      id,
      name: NAMES[id % NAMES.length] + id,
      look: (id * 7919) % 0xffffff,
      role: 'visitor',
    })
    const to = { ...pose, x: pose.x + 0.2 }
    stage.move(id, { from: pose, to, start: performance.now() / 1000, span: 0.1, gait: 1 })
    here.push(id)
  }
  const go = () => stage.leave(here.shift())
  const settle = (count) => {
    while (here.length < count) come()
    while (here.length > count) go()
  }
  const pixel = new Uint8Array(4)
  const frame = () => {
    const began = performance.now()
    stage.frame(began / 1000)
    // Drawing only queues; reading back waits until it is done.
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    return performance.now() - began
  }
  const turn = () => new Promise((done) => requestAnimationFrame(done))
  const frames = async (count) => {
    const times = []
    for (let n = 0; n < count; n += 1) {
      times.push(frame())
      await turn()
    }
    return times
  }
  const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1]
  return {
    async crowd(people, count) {
      settle(people - 1)
      await frames(6)
      const times = await frames(count)
      const { calls, triangles } = renderer.info.render
      return { median: middle(times), longest: Math.max(...times), calls, triangles }
    },
    async arrival(people, count) {
      settle(20)
      await frames(6)
      const before = Math.max(...(await frames(count)))
      const began = performance.now()
      for (let n = 0; n < people; n += 1) come()
      const coming = performance.now() - began
      const times = await frames(count)
      return { before, longest: Math.max(coming + times[0], ...times) }
    },
    async comings(count) {
      settle(100)
      for (let n = 0; n < count; n += 1) {
        go()
        come()
        if (n % 25 === 0) frame()
        if (n % 200 === 0) await turn()
      }
    },
    held() {
      const { geometries, textures } = renderer.info.memory
      return { geometries, textures, programs: renderer.info.programs.length }
    },
  }
})()

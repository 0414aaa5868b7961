/** A queue of numbers, the one with the least cost first. */

export class Heap {
  private readonly nodes: number[] = []
  private readonly costs: number[] = []

  push(node: number, cost: number): void {
    let i = this.nodes.push(node) - 1
    this.costs.push(cost)
    while (i > 0) {
      const parent = (i - 1) >> 1
      if ((this.costs[parent] ?? 0) <= (this.costs[i] ?? 0)) break
      this.swap(i, parent)
      i = parent
    }
  }

  /** The cheapest number, or -1 when none is left. */
  pop(): number {
    const first = this.nodes[0] ?? -1
    this.swap(0, this.nodes.length - 1)
    this.nodes.pop()
    this.costs.pop()
    this.sink()
    return first
  }

  private sink(): void {
    for (let i = 0; ;) {
      let child = 2 * i + 1
      if (child >= this.costs.length) return
      if ((this.costs[child + 1] ?? Infinity) < (this.costs[child] ?? Infinity)) child += 1
      if ((this.costs[i] ?? 0) <= (this.costs[child] ?? 0)) return
      this.swap(i, child)
      i = child
    }
  }

  private swap(i: number, j: number): void {
    const [node, cost] = [this.nodes[i] ?? -1, this.costs[i] ?? 0]
    if (node < 0) return
    this.nodes[i] = this.nodes[j] ?? 0
    this.costs[i] = this.costs[j] ?? 0
    this.nodes[j] = node
    this.costs[j] = cost
  }
}

export async function startSolid(_parts: unknown): Promise<never> { throw new Error('not yet') }

/** For so many milliseconds the page works before what a reader does has its turn. */
const stretch = 25;

/** When the present task was first asked whether it has worked for long. */
let since: number | undefined;

/** Resolves in a task behind those that wait. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Waits for the next task where the present one has worked for long. */
export async function breath(): Promise<void> {
  if (since === undefined) {
    since = performance.now();
    void nextTask().then(() => (since = undefined));
  } else if (performance.now() - since > stretch) await nextTask();
}

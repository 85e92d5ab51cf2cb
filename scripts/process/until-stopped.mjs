/**
 * Runs what `start` starts until Ctrl-C (or SIGTERM, or a closed terminal), then stops it; `start` gets a signal that fires when
 * that is wished before it is done. When starting fails or a part ends by itself, says why, stops the rest and exits with 1.
 */
export async function untilStopped(start) {
  const wish = new AbortController();
  const asked = new Promise((resolve) => wish.signal.addEventListener("abort", resolve));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => wish.abort());
  try {
    const running = await start(wish.signal);
    await Promise.race([asked, running.failed]).finally(running.stop);
    process.exit(0);
  } catch (error) {
    if (wish.signal.aborted) process.exit(0);
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

// Loaded into every service: when whoever started it is gone, even by SIGKILL, their channel closes and the service ends too.
// What the service itself forks inherits this file, but not the wish.
if (process.ppid === Number(process.env.SERVICE_OF)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}

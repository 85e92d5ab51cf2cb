// Loaded into every service: when whoever started it is gone, even by SIGKILL, their channel closes and the service ends too.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();

import { serveAuth } from "@/lib/server/auth/serve";

export { serveAuth as GET, serveAuth as POST };

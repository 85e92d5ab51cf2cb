/** The process answers. Asks nobody: one whose database is away isn't mended by a new start. */
export function GET() {
  return Response.json({ live: true });
}

/** Who can sign in to a demo desk: one person for each role, all with the same password. */
export const demoPeople = [
  { email: "ada@demo.example", name: "Ada Lindqvist", role: "admin" },
  { email: "omar@demo.example", name: "Omar Haddad", role: "operations" },
  { email: "sofia@demo.example", name: "Sofia Marín", role: "support" },
  { email: "finn@demo.example", name: "Finn Jørgensen", role: "finance" },
  { email: "aiko@demo.example", name: "Aiko Tanaka", role: "auditor" },
];

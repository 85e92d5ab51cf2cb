// biome-ignore lint/style/noDefaultExport: PostCSS reads its settings from there.
export default { plugins: { "@tailwindcss/postcss": { optimize: false } } };

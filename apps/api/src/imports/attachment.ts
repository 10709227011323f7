/** Headers of a download: never opened by the browser, and a name that cannot break out of its header (RFC 6266, RFC 8187). */
export function attachmentOf(fileName: string): { type: string; disposition: string } {
  const name =
    fileName
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
      .slice(0, 120) || 'fichier.csv';
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|%/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  };
}

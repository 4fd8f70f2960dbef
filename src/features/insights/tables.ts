declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    insight_picture: InsightPictureTable;
  }
}

/** A picture as Telegram keeps it; one row for each kind of picture, period, theme, language and time zone. */
interface InsightPictureTable {
  name: string;
  file_id: string;
  caption: string;
  /** Epoch ms; a picture is shown again for a few minutes only. */
  drawn_at: number;
}

import type { UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    member: MemberTable;
    claim_link: ClaimLinkTable;
  }
}

/** Who works here: one owner (the creator) and assistants. */
interface MemberTable {
  user_id: UserId;
  role: 'owner' | 'member';
  name: string;
  joined_at: number;
}

/** A one-time link that makes the person who opens it the owner. Revoking moves `expires_at` to now. */
interface ClaimLinkTable {
  /** SHA-256 of the secret, base64url. The secret itself is stored nowhere. */
  secret_hash: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  used_by: UserId | null;
}

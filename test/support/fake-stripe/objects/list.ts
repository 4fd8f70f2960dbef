/** A list as it stands inside another resource. */
export interface InnerList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/** A whole list that needs no paging. */
export function innerList<T>(data: T[], url: string): InnerList<T> {
  return { object: 'list', data, has_more: false, url };
}

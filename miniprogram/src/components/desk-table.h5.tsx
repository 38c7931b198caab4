import type { DeskTableProps } from './desk-table.types';

/** A real table from tablet width on; below, the stylesheet turns its rows into cards. */
export function DeskTable<T>({ caption, columns, rows, keyOf }: DeskTableProps<T>) {
  return (
    <table className="zq-table">
      <caption className="zq-unseen">{caption}</caption>
      <thead className="zq-table__head">
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.right ? 'is-right' : ''}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr className="zq-table__row" key={keyOf(row)}>
            {columns.map((column) => (
              <td className={`zq-table__cell ${column.right ? 'is-right' : ''}`} key={column.key}>
                <span className="zq-table__label" aria-hidden="true">
                  {column.title}
                </span>
                <div className="zq-table__content">{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

package vn.phongtrao.sheet;

import java.util.List;

/**
 * A line of a sheet that is not blank.
 *
 * @param number as a spreadsheet program counts, from 1; of a row of CSV that has several lines, the last one
 * @param cells  from the first column on; those at the end may be missing
 */
public record Line(int number, List<Cell> cells) {

    /** The cell of a column, counted from 0; blank where the line has none. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }
}

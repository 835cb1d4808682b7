package vn.phongtrao.province;

import java.util.Map;
import java.util.Optional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/**
 * The units that rows may speak of.
 *
 * @param root the province whose rows are read
 * @param all  the units of every province by path
 */
public record ProvinceUnits(Unit root, Map<UnitPath, Unit> all) {

    private static final int LONGEST_PATH = 60;

    /**
     * The unit that a column names, of this or another province.
     *
     * @throws Refusal there is none
     */
    Unit any(SheetRow row, String column) {
        var path = row.text(column, LONGEST_PATH);
        return UnitPath.find(path).map(all::get).orElseThrow(() -> Refusal.malformed(column,
                "không có đơn vị \"%s\"; sửa đường dẫn, hoặc thêm đơn vị đó vào units.csv".formatted(path)));
    }

    /**
     * The unit of this province that a column names.
     *
     * @throws Refusal there is none
     */
    public Unit own(SheetRow row, String column) {
        var unit = any(row, column);
        if (!root.path().covers(unit.path())) {
            throw Refusal.malformed(column, "\"%s\" không thuộc %s; chuyển dòng này sang thư mục của tỉnh đó"
                    .formatted(unit.path(), root.fullName()));
        }
        return unit;
    }

    /** The same, and the province itself where the cell is blank. */
    public Unit ownOrRoot(SheetRow row, String column) {
        return row.optional(column, LONGEST_PATH).isEmpty() ? root : own(row, column);
    }

    /** @throws Refusal the column names no commune of this province */
    Unit commune(SheetRow row, String column) {
        return Optional.of(own(row, column)).filter(unit -> unit.tier() == Tier.COMMUNE).orElseThrow(() ->
                Refusal.malformed(column, "không phải đơn vị cấp xã; ghi đường dẫn của xã, phường, thị trấn"));
    }
}

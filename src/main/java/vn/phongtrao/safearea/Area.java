package vn.phongtrao.safearea;

import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/**
 * A hamlet or commune.
 *
 * @param path     the hamlet's or the commune's
 * @param unitPath the commune's
 * @param name     for example {@code Khóm 1, Phường 2}
 */
record Area(AreaKind kind, UnitPath path, UnitPath unitPath, String name) {

    /** @param commune the name of the hamlet's commune within a sentence, for example {@code xã Vĩnh Lộc} */
    static Area of(Hamlet hamlet, String commune) {
        return new Area(AreaKind.HAMLET, hamlet.path(), hamlet.communePath(), hamlet.name() + ", " + commune);
    }

    static Area of(Unit commune) {
        return new Area(AreaKind.COMMUNE, commune.path(), commune.path(), commune.fullName());
    }

    /** The hamlet's code; null for a commune. */
    String hamlet() {
        return kind == AreaKind.HAMLET ? path.code() : null;
    }
}

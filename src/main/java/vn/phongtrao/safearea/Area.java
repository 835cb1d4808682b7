package vn.phongtrao.safearea;

import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Unit;

/**
 * A hamlet or commune.
 *
 * @param path     the hamlet's or the commune's
 * @param unitPath the commune's
 * @param name     for example {@code Khóm 1, Phường 2}
 */
record Area(AreaKind kind, String path, String unitPath, String name) {

    static Area of(Hamlet hamlet, Unit commune) {
        return new Area(AreaKind.HAMLET, hamlet.path(), commune.path(), hamlet.name() + ", " + commune.fullName());
    }

    static Area of(Unit commune) {
        return new Area(AreaKind.COMMUNE, commune.path(), commune.path(), commune.fullName());
    }

    /** The hamlet's code; null for a commune. */
    String hamlet() {
        return kind == AreaKind.HAMLET ? Unit.code(path) : null;
    }
}

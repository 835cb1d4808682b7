package vn.phongtrao.safearea;

import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;

/**
 * A hamlet, a commune, or an agency, enterprise or school in one.
 *
 * @param path     the hamlet's, commune's or body's
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

    /** @param commune as for hamlets */
    static Area of(SafeAreaBodies.Body body, String commune) {
        return new Area(AreaKind.of(body.kind()), body.path(), body.unitPath(), body.name() + ", " + commune);
    }

    /** The hamlet's code; null for others. */
    String hamlet() {
        return kind == AreaKind.HAMLET ? path.code() : null;
    }

    /** The code of an agency, enterprise or school; null for others. */
    String body() {
        return kind.body() ? path.code() : null;
    }
}

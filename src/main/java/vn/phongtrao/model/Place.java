package vn.phongtrao.model;

import vn.phongtrao.unit.UnitPath;

/**
 * Where a model or a site works.
 *
 * @param hamlet     code; null where the whole unit is meant
 * @param hamletName as the commune called the hamlet then
 */
record Place(UnitPath unitPath, String hamlet, String hamletName) {
}

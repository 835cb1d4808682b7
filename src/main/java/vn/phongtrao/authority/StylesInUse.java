package vn.phongtrao.authority;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.unit.CatalogueLoading;

/** That the files of provinces leave no decision that is in force by the tables without an authority to print it. */
@Component
class StylesInUse {

    private final JurisdictionTables tables;
    private final Procedures procedures;

    StylesInUse(JurisdictionTables tables, Procedures procedures) {
        this.tables = tables;
        this.procedures = procedures;
    }

    /** @throws UnsoundFiles with the rows that nobody could print */
    @EventListener(CatalogueLoading.class)
    void requireAll() {
        var findings = tables.check(procedures.files()).toList();
        if (!findings.isEmpty()) {
            throw new UnsoundFiles(Area.PROVINCES, findings);
        }
    }
}

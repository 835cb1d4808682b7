package vn.phongtrao.authority;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;
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

    /** @throws Refusal rule broken, with the first row that nobody could print */
    @EventListener(CatalogueLoading.class)
    void requireAll() {
        tables.check(procedures.files()).findFirst().ifPresent(finding -> {
            throw Refusal.broken("files", finding.toString());
        });
    }
}

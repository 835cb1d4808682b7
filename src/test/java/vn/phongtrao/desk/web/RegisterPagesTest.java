package vn.phongtrao.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ui.ExtendedModelMap;

import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterPage.Column;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitRegister;

class RegisterPagesTest {

    @Test
    void aRegisterThatSaysNeitherHowItIsSortedNorHowItIsNarrowedIsShown() {
        var shelf = mock(RegisterShelf.class);
        when(shelf.require("roads")).thenReturn(new RegisterPage(1, "roads", "/api/roads", null,
                List.of(new Column("name", "column.name", null, null, "name", null, null)), null, null, false, null,
                null, false));
        CurrentOfficer officer = () -> Officer.of("somebody", List.of("95/police-officer"));
        var model = new ExtendedModelMap();

        assertThat(new RegisterPages(shelf, List.of(), mock(UnitRegister.class), officer).one("roads", Map.of("name", "x"), model))
                .isEqualTo("desk/register");
        assertThat(model.get("rows")).isEqualTo("/api/roads?size=25&sort=");
        assertThat(model.get("query")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"95/police-officer, /api/roads, true", "95/police-chief, /api/roads, false",
            "95/police-officer, /api/bridges, false"})
    void whoMayBringRowsIsOfferedTheColumnsOfTheirFile(String group, String api, boolean offered) {
        var form = SheetForm.of("duong", SheetColumn.text("name", "column.organisation", 9));
        var brought = mock(RegisterImport.class);
        when(brought.register()).thenReturn(api);
        when(brought.form()).thenReturn(form);
        when(brought.takesFrom(any())).then(call ->
                !call.<Officer>getArgument(0).unitsAs(Position.POLICE_OFFICER).isEmpty());
        var shelf = mock(RegisterShelf.class);
        when(shelf.require("roads")).thenReturn(new RegisterPage(1, "roads", "/api/roads", null, List.of(), null, null,
                false, null, null, false));
        CurrentOfficer officer = () -> Officer.of("somebody", List.of(group));
        var model = new ExtendedModelMap();

        new RegisterPages(shelf, List.of(brought), mock(UnitRegister.class), officer).one("roads", Map.of(), model);
        assertThat(model.get("form")).isEqualTo(offered ? form : null);
    }
}

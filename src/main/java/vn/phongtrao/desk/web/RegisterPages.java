package vn.phongtrao.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.UnitRegister;

/** The registers as pages for people. A page asks the register API for its rows, and so shows what the API would. */
@Controller
class RegisterPages {

    private static final int LINES = 25;

    private final RegisterShelf shelf;
    private final List<RegisterImport> imports;
    private final UnitRegister units;
    private final CurrentOfficer officer;

    RegisterPages(RegisterShelf shelf, List<RegisterImport> imports, UnitRegister units, CurrentOfficer officer) {
        this.shelf = shelf;
        this.imports = imports;
        this.units = units;
        this.officer = officer;
    }

    @GetMapping("/registers")
    String all(Model model) {
        model.addAttribute("registers", shelf.of(officer.get()));
        return "desk/registers";
    }

    /** A column with what its heading does; {@code order} is the value of {@code aria-sort}, or null. */
    record Heading(RegisterPage.Column column, String order, String sort) {
    }

    @GetMapping("/registers/{name}")
    String one(@PathVariable String name, @RequestParam Map<String, String> asked, Model model) {
        var register = shelf.require(name);
        var sort = Objects.requireNonNullElse(asked.getOrDefault("sort", register.sort()), "");
        Map<String, String> query = new LinkedHashMap<>();
        register.filters().forEach(filter -> keep(asked.get(filter.name()), filter.name(), query));
        model.addAttribute("register", register);
        model.addAttribute("query", query);
        model.addAttribute("sort", sort);
        model.addAttribute("units", units.choices(officer.get()::oversees));
        imports.stream().filter(one -> one.register().equals(register.api()) && one.takesFrom(officer.get()))
                .findFirst().ifPresent(one -> model.addAttribute("form", one.form()));
        model.addAttribute("headings", register.columns().stream().map(column -> heading(column, sort)).toList());
        var criteria = new LinkedHashMap<>(query);
        keep(asked.get("page"), "page", criteria);
        model.addAttribute("rows", address(register.api(), criteria, sort));
        return "desk/register";
    }

    private static void keep(String value, String name, Map<String, String> query) {
        if (value != null && !PlainText.kept(value).isEmpty()) {
            query.put(name, PlainText.kept(value));
        }
    }

    private static String address(String api, Map<String, String> query, String sort) {
        var address = UriComponentsBuilder.fromPath(api).queryParam("size", LINES).queryParam("sort", "{sort}");
        var values = new LinkedHashMap<String, Object>(query);
        values.put("sort", sort);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static Heading heading(RegisterPage.Column column, String sort) {
        if (column.sort() == null) {
            return new Heading(column, null, null);
        }
        var ascending = sort.equals(column.sort()) || sort.equals(column.sort() + ",asc");
        var order = ascending ? "ascending" : sort.equals(column.sort() + ",desc") ? "descending" : null;
        return new Heading(column, order, column.sort() + (ascending ? ",desc" : ",asc"));
    }
}

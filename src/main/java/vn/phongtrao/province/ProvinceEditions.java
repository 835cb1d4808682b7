package vn.phongtrao.province;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.BuiltInFiles;
import vn.phongtrao.edition.Editions;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.unit.CatalogueLoaded;
import vn.phongtrao.unit.CatalogueLoading;

/**
 * The organisation's own files of provinces. What they say becomes rows when the program starts, before the catalogue
 * is read, and whenever they are loaded.
 */
@Component
public class ProvinceEditions extends Editions implements InitializingBean {

    private final List<ProvinceTable<?>> tables;
    private final String served;
    private final ProvinceRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ProvinceEditions(ResourcePatternResolver resources, List<ProvinceTable<?>> tables, ProvinceProperties properties,
                     ApplicationEventPublisher events, TransactionTemplate transactions, JdbcClient jdbc,
                     Clock clock) {
        super(Area.PROVINCES, BuiltInFiles.read(Area.PROVINCES, resources), properties.folder(), jdbc, transactions,
                clock);
        this.tables = tables;
        this.served = properties.province();
        this.rows = new ProvinceRows(tables, jdbc);
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        start();
    }

    /** What rows of files come, change and go with files that are to be loaded. */
    public List<RowsChanged> difference(FileTree files) {
        return RowsChanged.between(files(), files, tables);
    }

    @Override
    protected List<Finding> findings(FileTree files) {
        var read = new ProvinceReader(files, tables);
        var provinces = read.provinces();
        return read.findings().isEmpty() ? provinces.stream().filter(province -> province.name().equals(served))
                .filter(province -> !province.root().validOn(LocalDate.now(clock)))
                .map(province -> new Finding(served + "/" + UnitTable.FILE, "",
                        "Tỉnh mà hệ thống đang phục vụ không hoạt động vào hôm nay", "Sửa validFrom, validTo của tỉnh"))
                .toList() : read.findings();
    }

    @Override
    protected void loading(FileTree before, FileTree files) {
        var provinces = rows.takeOver(before, files);
        events.publishEvent(new CatalogueLoading());
        rows.tell(provinces);
    }

    @Override
    protected List<Finding> trial(FileTree files) {
        try {
            transactions.executeWithoutResult(status -> {
                status.setRollbackOnly();
                rows.takeOver(files(), files);
                events.publishEvent(new CatalogueLoading());
            });
            return List.of();
        } catch (UnsoundFiles unsound) {
            return unsound.findings();
        }
    }

    @Override
    protected void taken(FileTree files) {
        events.publishEvent(new CatalogueLoaded());
    }
}

package vn.phongtrao.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.jdbc.core.RowMapper;

/** Each step reads a dossier, and so rows are mapped by hand. */
interface DossierRepository extends CrudRepository<Dossier, DossierNumber> {

    @Override
    @Query(value = "select * from dossier join dossier_last_day using (number, unit_path, opened_at) where number = :number", rowMapperClass = Row.class)
    Optional<Dossier> findById(DossierNumber number);

    @Query(value = "select (kept).*, (last).due_on, (last).due_basis, (last).due_since, (last).due_days from lock_dossier(:number)", rowMapperClass = Row.class)
    Optional<Dossier> lock(DossierNumber number);

    /** By its name, because Spring Data makes it of the class. */
    class Row implements RowMapper<Dossier> {

        @Override
        public Dossier mapRow(ResultSet row, int index) throws SQLException {
            return Dossier.of(row);
        }
    }
}

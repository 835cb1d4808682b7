package vn.phongtrao.dossier;

import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface DossierRepository extends CrudRepository<Dossier, DossierNumber> {

    @Query("select * from lock_dossier(:number)")
    Optional<Dossier> lock(DossierNumber number);
}

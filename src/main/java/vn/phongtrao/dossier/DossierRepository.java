package vn.phongtrao.dossier;

import java.util.Optional;

import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface DossierRepository extends CrudRepository<Dossier, String> {

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Dossier> findWithLockByNumber(String number);
}

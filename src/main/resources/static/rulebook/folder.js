// Loads what has changed in the folder of own procedures.

const button = document.querySelector('[data-folder]');

button.addEventListener('click', async () => {
  const token = document.cookie.split('; ').find(cookie => cookie.startsWith('PHONGTRAO-CSRF='))?.split('=')[1] ?? '';
  const answer = await fetch(`${button.dataset.editions}/folder`, {method: 'POST', headers: {'X-PHONGTRAO-CSRF': token}});
  if (answer.ok || answer.status === 422) {
    location.reload();
  } else {
    document.querySelector('[data-answer]').textContent = button.dataset.failed;
  }
});

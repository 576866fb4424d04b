import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms';
import { createApp, h } from 'vue';

/** Draws `/form.xml` as ODK does and puts what it sends into `window.sent`. */
const formXml = await (await fetch('/form.xml')).text();
const onSubmit = async (payload: { readonly data: readonly FormData[] }) => {
  const file = payload.data[0]?.get('xml_submission_file');
  Object.assign(window, { sent: file instanceof Blob ? await file.text() : '' });
};
const fetchFormAttachment = async () => new Response('', { status: 404 });
createApp({ render: () => h(OdkWebForm as never, { formXml, fetchFormAttachment, onSubmit } as never) })
  .use(webFormsPlugin)
  .mount('#app');
